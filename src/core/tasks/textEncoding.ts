import { AppError } from '../errors.ts';

/** How a file's text is written, by the names of the Encoding Standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * By the byte order mark; without one, UTF-16 by its zeros (every second byte of Latin letters), else UTF-8. Nothing
 * else is guessed: what is not valid in it is refused when it is decoded.
 */
export function textEncodingOf(head: Uint8Array): TextEncoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 512) & ~1;
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i & 1]!++;
  const many = looked / 4;
  if (looked >= 8 && zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
  return looked >= 8 && zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : 'utf-8';
}

/**
 * Text of the bytes, piece by piece and without its byte order mark.
 * @throws AppError 'bad-file' at the line of the first byte that is no text in this encoding.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
  fileName: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const fault = (at: number): Error =>
    new AppError('bad-file', 'badEncoding', { fileName, encoding, line: at });
  let line = 1;
  for await (const piece of bytes) {
    const text = decodePiece(decoder, piece, () => fault(faultyLine(piece, encoding, line)));
    line += countOf(text, '\n');
    yield text;
  }
  yield decodePiece(decoder, null, () => fault(line));
}

function decodePiece(decoder: TextDecoder, piece: Uint8Array | null, fault: () => Error): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw fault();
  }
}

/** The line of the first fault in a piece that holds one; letters that another piece began are no fault. */
function faultyLine(piece: Uint8Array, encoding: TextEncoding, firstLine: number): number {
  const text = new TextDecoder(encoding).decode(piece);
  const fault = text.slice(4).indexOf('\uFFFD');
  return firstLine + countOf(fault < 0 ? '' : text.slice(0, fault + 4), '\n');
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let i = text.indexOf(character); i >= 0; i = text.indexOf(character, i + 1)) count++;
  return count;
}
