import { AppError } from '../errors.ts';

/** Of a task. Of a file with more rows a seeded sample is kept. */
export const maxInstances = 200_000;
/** In the kept rows of a file; each letter takes one byte, or two where the text needs them. */
export const maxCharacters = 32 * 1024 * 1024;
/** Of what has to be in memory as a whole: a table, a JSON value. */
export const maxBytesInMemory = 200 * 1024 * 1024;
/** Of a file that is read row by row. */
export const maxBytesOfFile = 2 * 1024 ** 3;
/** Unpacked bytes for a packed one, beyond what may be in memory as a whole: real texts reach twenty, bombs a thousand. */
const maxPackedRatio = 100;
const maxDepth = 32;

/** A limit that holds before and while reading. */
export function checkSize(bytes: number, fileName: string, maxBytes = maxBytesOfFile): void {
  if (bytes <= maxBytes) return;
  throw new AppError('bad-file', 'fileTooLarge', { fileName, bytes, maxBytes });
}

/** What a packed file of so many bytes may hold. */
export function checkUnpacked(bytes: number, packedBytes: number, fileName: string): void {
  const maxBytes = Math.max(maxBytesInMemory, maxPackedRatio * packedBytes);
  checkSize(bytes, fileName, Math.min(maxBytes, maxBytesOfFile));
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
