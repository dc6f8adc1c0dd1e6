const letters = /\p{L}/gu;
const han = /\p{Script=Han}/gu;

const count = (texts: readonly string[], pattern: RegExp): number =>
  texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);

/** At least so many of the letters: a few names in Latin letters don't make a Chinese text another one. */
const mostly = 0.5;

/** Texts whose letters are for the most part Han signs and hardly kana. */
export function isMostlyHan(texts: readonly string[]): boolean {
  const nHan = count(texts, han);
  return nHan > 0 && nHan >= mostly * count(texts, letters);
}

/** Share of the letters and digits that the plain ROUGE tokenizer sees, a–z and 0–9; 1 where there are none. */
export function asciiShare(texts: readonly string[]): number {
  const all = count(texts, /[\p{L}\p{N}]/gu);
  return all === 0 ? 1 : count(texts, /[a-z0-9]/gi) / all;
}
