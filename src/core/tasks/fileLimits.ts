import { AppError } from '../errors.ts';

export const maxInstances = 200_000;
/** Of a file, unpacked. */
export const maxBytesOfFile = 200 * 1024 * 1024;
const maxDepth = 32;

/** A limit that holds before any reading. */
export function checkSize(bytes: number, fileName: string): void {
  if (bytes <= maxBytesOfFile) return;
  throw new AppError('bad-file', 'fileTooLarge', { fileName, bytes, maxBytes: maxBytesOfFile });
}

/** Depth of brackets outside strings; JSON.parse takes depths that structured cloning can't. */
export function checkDepth(text: string, fileName: string): void {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isInString) {
      if (code === 92) i++;
      else if (code === 34) isInString = false;
    } else if (code === 34) isInString = true;
    else if (code === 123 || code === 91) {
      if (++depth > maxDepth) {
        throw new AppError('bad-file', 'nestedTooDeep', {
          fileName,
          line: lineOf(text, i),
          maxDepth,
        });
      }
    } else if (code === 125 || code === 93) depth--;
  }
}

/** 1-based line of a character position. */
export function lineOf(text: string, position: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
