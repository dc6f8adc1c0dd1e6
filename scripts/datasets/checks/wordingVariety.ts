import type { Check, Checked } from './check.ts';
import { editDistance, spokenWords } from './editDistance.ts';

const minWordings = 8;
const heldOutCount = 2;
const minDistance = 0.4;
const maxWords = 30;

/** Enough ways to ask, all different, two of them kept for the test; a definition in two languages. */
export const wordingVariety: Check = (checked) => {
  const { source } = checked;
  const { wordings } = source;
  const heldOut = wordings.filter(({ isHeldOut }) => isHeldOut).length;
  const after = wordings.filter(({ place }) => place === 'after').length;
  const { distance, pair } = nearestPair(checked);
  const violations = [
    ...(wordings.length >= minWordings
      ? []
      : [`${wordings.length} wordings; wanted ${minWordings}`]),
    ...(heldOut === heldOutCount ? [] : [`${heldOut} wordings held out; wanted ${heldOutCount}`]),
    ...(after > 0 ? [] : ['no wording stands after the input']),
    ...(distance >= minDistance ? [] : [`too alike (${distance.toFixed(2)}): ${pair}`]),
    ...longTexts(checked),
    ...(/\p{Script=Han}/u.test(source.definitionZh) ? [] : ['definitionZh is not Chinese']),
  ];
  return { violations, figures: { wordings: wordings.length + 1, distance: distance.toFixed(2) } };
};

const textsOf = ({ source }: Checked): string[] => [
  source.definition,
  ...source.wordings.map(({ text }) => text),
];

function nearestPair(checked: Checked): { distance: number; pair: string } {
  const texts = textsOf(checked);
  const words = texts.map(spokenWords);
  let found = { distance: 1, pair: '' };
  for (let i = 0; i < texts.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = editDistance(words[i]!, words[j]!);
      if (distance < found.distance) found = { distance, pair: `"${texts[j]}" and "${texts[i]}"` };
    }
  }
  return found;
}

const longTexts = (checked: Checked): string[] =>
  textsOf(checked)
    .filter((text) => text.split(/\s+/).length > maxWords)
    .map((text) => `more than ${maxWords} words: "${text}"`);
