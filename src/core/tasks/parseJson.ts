import { badFile } from './badFile.ts';
import { checkDepth, lineOf } from './fileLimits.ts';

/** JSON.parse whose error names the file and the line at fault. */
export function parseJson(text: string, fileName: string, firstLine = 1): unknown {
  checkDepth(text, fileName);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const line = firstLine + errorLine(text, message) - 1;
    throw badFile(fileName, `line ${line}`, `not valid JSON (${message})`);
  }
}

/** Engines word it differently: "at position 17", "line 3 column 5", or only "end of input". */
function errorLine(text: string, message: string): number {
  const line = /line (\d+)/.exec(message);
  if (line) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  return lineOf(text, position ? Number(position[1]) : text.length);
}
