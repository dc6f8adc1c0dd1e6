/** Stands where text was taken out: signs that every model of ours has learnt. */
const sign = '...';

/** Longer than any word: what comes without spaces for so long is of a script that writes none. */
const longestWord = 24;

/**
 * What a text may be cut between: its words, each with the white space before it, and the letters
 * (with their marks) of what is longer than any word. Joined they are the text.
 */
export const cutPieces = (text: string): readonly string[] =>
  (text.match(/\s*\S+|\s+$/gu) ?? []).flatMap((word) =>
    word.length > longestWord ? (word.match(/\s*\P{M}\p{M}*|\p{M}+/gu) ?? []) : [word],
  );

/** The first and the last of the pieces, `kept` in all, with ` ... ` for the middle. */
export function cutMiddle(pieces: readonly string[], kept: number): string {
  if (kept >= pieces.length) return pieces.join('');
  const head = pieces.slice(0, Math.ceil(kept / 2)).join('');
  const tail = pieces.slice(pieces.length - Math.floor(kept / 2)).join('');
  return [head.trimEnd(), sign, tail.trimStart()].filter((text) => text !== '').join(' ');
}
