import { parseJson } from '../parseJson.ts';
import { readNaturalInstructions } from '../parseNaturalInstructions.ts';
import type { TaskReader } from './reader.ts';

/** One task in the Super-NaturalInstructions schema (Wang et al. 2022). */
export const naturalInstructions: TaskReader = {
  name: 'naturalInstructions',
  endings: ['.json'],
  recognises: ({ text }) =>
    /^\s*\{/.test(text) && /"(?:Definition|Instances|Positive Examples)"\s*:/.test(text) ? 1 : 0,
  async read(content, fileName) {
    const { encoding } = await content.head();
    const raw = parseJson(await content.text(), fileName);
    const { officialSplit } = content;
    const { task, ...book } = readNaturalInstructions(raw, fileName, officialSplit);
    const report = { format: 'naturalInstructions', encoding, ...book };
    return { tasks: [task], report: { ...report, ...(officialSplit && { officialSplit }) } };
  },
};
