import { readFileSync } from 'node:fs';
import type { Tokenizer } from '../../../src/core/tokens/tokenizer.ts';
import { createTokenizer } from '../../../src/core/formats/tokenizerJson.ts';
import { parseJson } from '../../../src/core/tasks/parseJson.ts';
import { parseNaturalInstructions } from '../../../src/core/tasks/parseNaturalInstructions.ts';
import { drawsOf } from '../allDraws.ts';
import { taskFile } from '../taskFile.ts';
import type { TaskSource } from '../taskSource.ts';
import type { Checked } from './check.ts';

const tokenizerUrl = new URL('../../../public/models/mini/tokenizer.json', import.meta.url);

/** The tokenizer of the model that the tasks are made for. */
export const modelTokenizer = (url: URL | string = tokenizerUrl): Tokenizer =>
  createTokenizer(JSON.parse(readFileSync(url, 'utf8')));

/** Draws a task, writes its file (to no disk) and reads it as the page does. */
export function prepareTask(source: TaskSource, tokenizer: Tokenizer): Checked {
  const draws = drawsOf(source);
  const text = taskFile(source, draws);
  const fileName = `${source.id}.json`;
  const task = parseNaturalInstructions(parseJson(text, fileName), fileName);
  return { source, draws, text, task, tokenizer };
}
