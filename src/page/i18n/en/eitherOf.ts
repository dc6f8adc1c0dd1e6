const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** A choice in English: "a, b, or c". */
export const eitherOf = (words: readonly string[]): string => either.format(words);
