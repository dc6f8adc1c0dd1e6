import { badFile } from './badFile.ts';
import { checkText } from './fileLimits.ts';
import { parseCsv } from './parseCsv.ts';
import { parseJson } from './parseJson.ts';
import { parseJsonl } from './parseJsonl.ts';
import { parseNaturalInstructions } from './parseNaturalInstructions.ts';
import type { Task } from './task.ts';

/** File endings and their readers: one file and one line here add a format. */
const readers: Readonly<Record<string, (text: string, fileName: string) => Task>> = {
  json: (text, fileName) => parseNaturalInstructions(parseJson(text, fileName), fileName),
  jsonl: parseJsonl,
  csv: parseCsv,
};

/** A task from the text of a built-in or dropped file; throws AppError `bad-file` with line or key. */
export function parseTaskFile(text: string, fileName: string): Task {
  const ending = fileName.split('.').at(-1)!.toLowerCase();
  const read = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!read) {
    throw badFile(
      fileName,
      'name',
      `ends in ".${ending}"; wanted .${Object.keys(readers).join(', .')}`,
    );
  }
  checkText(text, fileName);
  return read(text.replace(/^\uFEFF/, ''), fileName);
}
