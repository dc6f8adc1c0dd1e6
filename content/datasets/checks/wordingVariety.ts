import type { Check } from './check.ts';
import { editDistance, spokenWords } from './editDistance.ts';
import type { TaskSource } from '../taskSource.ts';

const minWordings = 8;
const heldOutCount = 2;
/** Words in which two wordings must differ at least. */
const minWords = 2;
/** Share of the words in which they should differ. */
const minDistance = 0.4;
const maxWords = 30;

/** Enough ways to ask, all different, two of them kept for the test; a definition in two languages. */
export const wordingVariety: Check = ({ source }) => {
  const { definition, definitionZh, wordings } = source;
  const asking = wordings.filter(({ isInverted }) => !isInverted);
  const heldOut = asking.filter(({ isHeldOut }) => isHeldOut).length;
  const after = asking.filter(({ place }) => place === 'after').length;
  const texts = [definition, ...asking.map(({ text }) => text)];
  const { distance, alike, close } = comparePairs(texts);
  const violations = [
    ...(asking.length >= minWordings ? [] : [`${asking.length} wordings; wanted ${minWordings}`]),
    ...(heldOut === heldOutCount ? [] : [`${heldOut} wordings held out; wanted ${heldOutCount}`]),
    ...(after > 0 ? [] : ['no wording stands after the input']),
    ...alike.map((pair) => `less than ${minWords} words differ: ${pair}`),
    ...badTexts(source),
    ...(/\p{Script=Han}{4}/u.test(definitionZh) ? [] : ['definitionZh is not Chinese']),
  ];
  const warnings = close > 0 ? [`${close} pairs of wordings nearer than ${minDistance}`] : [];
  const figures = { wordings: wordings.length + 1, distance: Math.round(100 * distance) / 100 };
  return { violations, warnings, figures };
};

interface Pairs {
  readonly distance: number;
  /** Pairs that are the same but for a word. */
  readonly alike: readonly string[];
  readonly close: number;
}

function comparePairs(texts: readonly string[]): Pairs {
  const words = texts.map(spokenWords);
  const pairs = words.flatMap((own, i) =>
    words.slice(0, i).map((other, j) => {
      const distance = editDistance(own, other);
      const differing = Math.round(distance * Math.max(own.length, other.length));
      return { distance, differing, pair: `"${texts[j]}" and "${texts[i]}"` };
    }),
  );
  return {
    distance: Math.min(...pairs.map(({ distance }) => distance)),
    alike: pairs.filter(({ differing }) => differing < minWords).map(({ pair }) => pair),
    close: pairs.filter(({ distance }) => distance < minDistance).length,
  };
}

/** Too long, or with a sign of the notation (wordings.ts) that was not read as one. */
const badTexts = ({ definition, wordings }: TaskSource): string[] =>
  [definition, ...wordings.map(({ text }) => text)].flatMap((text) => [
    ...(text.split(/\s+/).length > maxWords ? [`more than ${maxWords} words: "${text}"`] : []),
    ...(/^[>?~]/.test(text) ? [`begins with a sign of the notation: "${text}"`] : []),
  ]);
