/** Words that a sentence may start with, and days: every other capitalised word is a name. */
const notNames = new Set(
  `A After All An And At Before But By Come Dinner Every Everybody First For From Give Go He Here
  His Her Hot How I If In Into Is It Later Let My No Nobody Nothing Now Oh On One Once Only Over
  Please She So Some Soon Still Take Thank That The Their Then There They This Today Together
  Two Was We What When Where Who With Yes You Your Both Good Find Even Everything Half Hold Next
  Shall Again Also Always Another Any Because Bring Can Could Did Do Does Each Finally Give
  Happily Has Have How Just Last Many More Most Much Near Never New Not Of Off Old Only Our Out
  Put Read Run Say See Someone Something Sorry Stop Such Suddenly Tell Thanks These Those
  Tonight Until Up Very Wait Well Were While Why Will Without Would Yesterday Look Since Get One
  Two Three Four Five Six Seven Eight Nine Ten Monday Tuesday Wednesday Thursday Friday Saturday
  Sunday`.split(/\s+/),
);

/** Capitalised words that are no sentence openers (nor foods, as in "Pears for all of you"), each once. */
export function solve(input: string): string {
  const words = input.match(/\b[A-Z][a-z]*\b(?! for all)/g) ?? [];
  return [...new Set(words.filter((word) => !notNames.has(word)))].join(', ');
}
