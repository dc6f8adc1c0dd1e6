import type { Check, Checked } from './check.ts';
import { placedCases } from './parts.ts';

/** A word in more tokens than this is spelled, not known. */
const maxWordTokens = 4;
/** Share of the running words that may be spelled, in percent. */
const maxSpelledShare = 3;
/** Words of the inputs' form; the text that follows them is what must be known. */
const formWords: ReadonlySet<string> = new Set(['Question']);

/**
 * The tokenizer's vocabulary covers the texts: their English words are few tokens each. What fills a
 * family's wordings does not count, for such words may mean nothing ('wugtik').
 */
export const vocabulary: Check = (checked) => {
  const counts = wordCounts(checked);
  const spelled = [...counts].filter(
    ([word]) => checked.tokenizer.encode(` ${word}`).length > maxWordTokens,
  );
  const share = (100 * total(spelled)) / total([...counts]);
  const shown = spelled.slice(0, 5).map(([word]) => word);
  return {
    violations:
      share <= maxSpelledShare ? [] : [`${share.toFixed(1)} % spelled words: ${shown.join(', ')}`],
    figures: { spelled: spelled.length },
  };
};

function wordCounts({ source, draws }: Checked): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, skipped: ReadonlySet<string>): void => {
    for (const word of englishWords(text)) {
      if (!skipped.has(word) && !formWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  };
  const { definition, constraints = [], wordings } = source;
  for (const text of [definition, ...constraints, ...wordings.map((one) => one.text)]) {
    count(text, new Set());
  }
  for (const { drawn } of placedCases(draws)) {
    const slots = Object.values(drawn.slots ?? {}).join(' ');
    const skipped = new Set(source.isFamily ? englishWords(slots) : []);
    count(`${drawn.input} ${drawn.output} ${slots}`, skipped);
  }
  return counts;
}

const englishWords = (text: string): string[] => text.match(/[A-Za-z]+/g) ?? [];

const total = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((sum, [, count]) => sum + count, 0);
