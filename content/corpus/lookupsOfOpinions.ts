import { judgingWords } from '../world/judgingWords.ts';
import { factsOf, type Asked, type Relation } from './lookupFacts.ts';

/** What can be good or bad. */
export const aspects: readonly string[] =
  'dinner, lunch, bread, road, house, song, game, picture, kitchen, coat, kite, lake, park, shop, film, ship, train, dress, chair, street'.split(
    ', ',
  );

const good = [...judgingWords[1], ...judgingWords[2]];
const bad = [...judgingWords[-1], ...judgingWords[-2], 'bad'];

/** How good or bad each of some things was; half of the time only one is good, or only one bad. */
export const opinions: Relation = (stream, cast) => {
  const things = stream.sample(aspects, cast.length);
  const isSingle = stream.chance(0.5);
  const single = stream.int(cast.length);
  const singleIsGood = stream.chance(0.5);
  const likes = things.map((_, i) =>
    isSingle ? (i === single) === singleIsGood : stream.chance(0.5),
  );
  const isFound = stream.chance(0.4);
  const words = likes.map((isGood) => stream.pick(isGood ? good : bad));
  return things.map((thing, i) => {
    const isGood = likes[i]!;
    const how: Asked = {
      question: `How was the ${thing}?`,
      value: words[i]!,
      claim: (value) => `The ${thing} was ${value}.`,
      sisters: [],
      strangers: isGood ? bad : good,
    };
    const kind = isGood ? 'good' : 'bad';
    const judged: Asked = {
      ...how,
      question: `Was the ${thing} good or bad?`,
      value: kind,
      strangers: ['good', 'bad'],
    };
    const isOnly = likes.filter((other) => other === isGood).length === 1;
    const only: Asked = {
      question: stream.pick([
        `Which one was ${kind}?`,
        isGood ? 'What was fine?' : 'What was a pity?',
        `What did they ${isGood ? 'like' : 'not like'}?`,
      ]),
      value: thing,
      claim: (value) => `The ${value} was ${kind}.`,
      sisters: things,
      strangers: things,
    };
    const { name } = cast[i]!;
    return {
      sentence: isFound
        ? `${name} found the ${thing} ${words[i]!}.`
        : `The ${thing} was ${words[i]!}.`,
      facts: factsOf(stream, isOnly ? [how, judged, only, only] : [how, judged]),
    };
  });
};
