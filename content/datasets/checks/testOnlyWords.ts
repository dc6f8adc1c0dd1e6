import { testPeople } from '../../world/lexicon.ts';
import { namesTestNoun } from '../drawSplits.ts';
import type { Case } from '../taskSource.ts';
import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

const testNames = new RegExp(`\\b(${testPeople.map(({ name }) => name).join('|')})\\b`);
const namesTestPerson = ({ input, output, slots, options }: Case): boolean =>
  testNames.test([input, output, ...Object.values(slots ?? {}), ...(options ?? [])].join(' '));

/** Nouns and people that are kept for the test are in no training, validation or worked example. */
export const testOnlyWords: Check = ({ source, draws }) => {
  const placed = placedCases(draws);
  const isTested = ({ place }: { place: string }): boolean => /^(test|exam) /.test(place);
  const violations = placed
    .filter((one) => !isTested(one))
    .flatMap(({ place, drawn }) => {
      const hasNoun = !source.needsWordKnowledge && namesTestNoun(drawn);
      const hasPerson = namesTestPerson(drawn);
      return hasNoun || hasPerson ? [`${place} holds a word of the test: "${drawn.input}"`] : [];
    });
  const fresh = placed.filter(isTested).filter(({ drawn }) => {
    return namesTestPerson(drawn) || (!source.needsWordKnowledge && namesTestNoun(drawn));
  });
  return { violations, figures: { fresh: fresh.length } };
};
