import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

/** A word in more tokens than this is spelled, not known. */
const maxWordTokens = 4;
/** Share of the running words that may be spelled, in percent: nonsense words of the gym. */
const maxSpelledShare = 1;

/** The tokenizer's vocabulary covers the texts: their English words are few tokens each. */
export const vocabulary: Check = ({ source, draws, tokenizer }) => {
  const counts = new Map<string, number>();
  const texts = [source.definition, ...source.wordings.map(({ text }) => text)];
  for (const { drawn } of placedCases(draws)) {
    texts.push(drawn.input, drawn.output, ...Object.values(drawn.slots ?? {}));
  }
  for (const word of texts.join('\n').match(/[A-Za-z]+/g) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const spelled = [...counts].filter(
    ([word]) => tokenizer.encode(` ${word}`).length > maxWordTokens,
  );
  const all = sum([...counts.values()]);
  const share = (100 * sum(spelled.map(([, count]) => count))) / all;
  const shown = spelled
    .slice(0, 5)
    .map(([word]) => word)
    .join(', ');
  return {
    violations: share <= maxSpelledShare ? [] : [`${share.toFixed(1)} % spelled words: ${shown}`],
    figures: { spelled: spelled.length },
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
