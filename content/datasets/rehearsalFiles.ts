import { answerSpans, withoutMarks } from '../corpus/answers.ts';
import { genreOf, markedDocument } from '../corpus/index.ts';
import { corpusSeed } from '../corpus/seed.ts';
import { sha256 } from './sha256.ts';

const fileCount = 6;
const fileBytes = 290_000;
/** Shares of the bytes by genre; every other genre with answers shares what is left. */
const shares: Readonly<Record<string, number>> = { orders: 0.4, 'look-ups': 0.3, others: 0.3 };

/**
 * The files of `datasets/rehearsal`: documents of the pre-training corpus with answers, each cut into
 * what is told and what is answered, in turn. They are the corpus's first, which checkLeak.ts reads too.
 */
export function* rehearsalFiles(): Generator<[name: string, text: string]> {
  const listed: { name: string; sha256: string }[] = [];
  let index = 0;
  for (let n = 1; n <= fileCount; n++) {
    const written = new Map<string, number>();
    const texts: string[] = [];
    let bytes = 0;
    for (; bytes < fileBytes; index++) {
      const genre = genreOf(corpusSeed, index);
      const group = genre in shares ? genre : 'others';
      if ((written.get(group) ?? 0) >= shares[group]! * fileBytes) continue;
      const pieces = piecesOf(markedDocument(corpusSeed, index));
      if (pieces.length < 2) continue;
      const line = JSON.stringify(pieces);
      const size = Buffer.byteLength(line) + 2;
      written.set(group, (written.get(group) ?? 0) + size);
      bytes += size;
      texts.push(line);
    }
    const name = `${n}.json`;
    const text = `{"texts":[\n${texts.join(',\n')}\n]}\n`;
    listed.push({ name, sha256: sha256(text) });
    yield [`rehearsal/${name}`, text];
  }
  yield ['rehearsal/files.json', `${JSON.stringify(listed, null, 2)}\n`];
}

/** Told, answered, told …; the space before an answer is the answer's, as it is in tokens. */
function piecesOf(marked: string): string[] {
  const text = withoutMarks(marked);
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of answerSpans(marked)) {
    const start = text[from - 1] === ' ' ? from - 1 : from;
    pieces.push(text.slice(at, start), text.slice(start, to));
    at = to;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
