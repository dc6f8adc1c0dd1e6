import { AppError, causeOf } from '../errors.ts';
import { checkDepth, lineOf } from './fileLimits.ts';
import { jsonFaultPosition } from './jsonFault.ts';

/** JSON.parse whose error names the file and the line at fault. */
export function parseJson(text: string, fileName: string, firstLine = 1): unknown {
  checkDepth(text, fileName);
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = firstLine + lineOf(text, jsonFaultPosition(text)) - 1;
    throw new AppError('bad-file', 'noJson', { fileName, line, cause: causeOf(error) });
  }
}
