import { parseJson } from '../parseJson.ts';
import { parseNaturalInstructions } from '../parseNaturalInstructions.ts';
import { hasEnding, type TaskReader } from './reader.ts';

const endings = ['.json'];

/** One task in the Super-NaturalInstructions schema (Wang et al. 2022). */
export const naturalInstructions: TaskReader = {
  name: 'naturalInstructions',
  endings,
  recognises(head, fileName) {
    if (!hasEnding(fileName, endings)) return 0;
    return head.includes('"Definition"') ? 1 : 0.1;
  },
  async read(source, fileName) {
    return [parseNaturalInstructions(parseJson(await source.text(), fileName), fileName)];
  },
};
