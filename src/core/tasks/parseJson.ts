import { badFile } from './badFile.ts';
import { checkDepth, lineOf } from './fileLimits.ts';
import { jsonFaultPosition } from './jsonFault.ts';

/** JSON.parse whose error names the file and the line at fault. */
export function parseJson(text: string, fileName: string, firstLine = 1): unknown {
  checkDepth(text, fileName);
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = firstLine + lineOf(text, jsonFaultPosition(text)) - 1;
    throw badFile(fileName, `line ${line}`, `not valid JSON (${(error as Error).message})`);
  }
}
