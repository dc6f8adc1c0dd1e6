import { judgingWords } from '../world/judgingWords.ts';
import { factOf, type Relation, type Said } from './lookupFacts.ts';

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
    const how: Said = {
      subject: thing,
      value: words[i]!,
      question: `How was the ${thing}?`,
      answer: words[i]!,
      claim: (value) => `The ${thing} was ${value}.`,
    };
    const kind = isGood ? 'good' : 'bad';
    const judged: Said = {
      ...how,
      value: kind,
      question: `Was the ${thing} good or bad?`,
      answer: kind,
    };
    const sisters = likes.filter((other) => other === isGood).length;
    const only: Said = {
      subject: thing,
      value: thing,
      question: stream.pick([
        `Which one was ${kind}?`,
        isGood ? 'What was fine?' : 'What was a pity?',
        `What did they ${isGood ? 'like' : 'not like'}?`,
      ]),
      answer: thing,
      claim: (value) => `The ${value} was ${kind}.`,
    };
    const { name } = cast[i]!;
    return {
      sentence: isFound
        ? `${name} found the ${thing} ${words[i]!}.`
        : `The ${thing} was ${words[i]!}.`,
      facts: [
        factOf(stream, how, [], isGood ? bad : good),
        factOf(stream, judged, [], ['good', 'bad']),
        ...(sisters === 1
          ? [factOf(stream, only, things, things), factOf(stream, only, things, things)]
          : []),
      ],
    };
  });
};
