import type { NumberedLine, TextSource } from './reader.ts';

const headCharacters = 4096;

/** A text that is in memory already. */
export function stringSource(whole: string): TextSource {
  const text = whole.replace(/^\uFEFF/, '');
  return {
    bytes: whole.length,
    head: () => Promise.resolve(text.slice(0, headCharacters)),
    text: () => Promise.resolve(text),
    // eslint-disable-next-line @typescript-eslint/require-await -- a source may have to wait; this one has not
    async *lines(): AsyncGenerator<NumberedLine> {
      let line = 0;
      for (const one of text.split('\n')) yield { line: ++line, text: one };
    },
  };
}
