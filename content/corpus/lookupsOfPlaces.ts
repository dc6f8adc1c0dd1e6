import { smallThings } from '../world/cast.ts';
import { capitalise, days, places, withArticle } from '../world/lexicon.ts';
import { puttingVerbs, stayingVerbs } from '../world/sceneVerbs.ts';
import { factsOf, opened, whoAsked, type Asked, type Relation } from './lookupFacts.ts';

/** Things or people and the places they are at. */
export const locations: Relation = (stream, cast) => {
  const where = stream.sample(places, cast.length);
  const things = stream.sample(smallThings, cast.length);
  return cast.map(({ name }, i) => {
    const { at } = where[i]!;
    const isPerson = stream.chance(0.35);
    const subject = isPerson ? name : `the ${things[i]!.word}`;
    const verb = stream.pick([...puttingVerbs, 'dropped', 'lost', 'laid']);
    const doing = stream.pick(stayingVerbs);
    const sentence = isPerson
      ? opened(stream, `${name} ${doing} ${at}.`)
      : stream.pick([
          opened(stream, `${name} ${verb} the ${things[i]!.word} ${at}.`),
          opened(stream, `${name} ${verb} ${withArticle(things[i]!)} ${at}.`),
          `The ${things[i]!.word} of ${name} was ${at}.`,
          `The ${things[i]!.word} was ${at}.`,
          `${name} had ${withArticle(things[i]!)}, and it was ${at}.`,
        ]);
    const whereAsked: Asked = {
      question: stream.pick([`Where was ${subject}?`, `Where is ${subject}?`]),
      value: at,
      claim: (value) => `${capitalise(subject)} was ${value}.`,
      sisters: where.map((place) => place.at),
      strangers: places.filter((place) => !where.includes(place)).map((place) => place.at),
    };
    return { sentence, facts: factsOf(stream, [whereAsked]) };
  });
};

const going: readonly (readonly [past: string, base: string])[] = [
  ['went', 'go'],
  ['ran', 'run'],
  ['walked', 'walk'],
  ['came', 'come'],
  ['drove', 'drive'],
];

const goalAt = ({ word }: { readonly word: string }): string => `to the ${word}`;

/** Who did what on which day. */
export const timetable: Relation = (stream, cast) => {
  const when = stream.sample(days, cast.length).map((day) => `on ${day}`);
  const where = stream.sample(places, cast.length);
  const doings = stream.sample(going, cast.length);
  return cast.map(({ name }, i) => {
    const [past, base] = doings[i]!;
    const goal = goalAt(where[i]!);
    const sentence = stream.chance(0.5)
      ? `${name} ${past} ${goal} ${when[i]!}.`
      : `${capitalise(when[i]!)} ${name} ${past} ${goal}.`;
    const time: Asked = {
      question: `When did ${name} ${base} ${goal}?`,
      value: when[i]!,
      claim: (value) => `${name} ${past} ${goal} ${value}.`,
      sisters: when,
      strangers: days.map((day) => `on ${day}`),
    };
    const goalOf: Asked = {
      question: `Where did ${name} ${base} ${when[i]!}?`,
      value: goal,
      claim: (value) => `${name} ${past} ${value}.`,
      sisters: where.map(goalAt),
      strangers: places.map(goalAt),
    };
    return { sentence, facts: factsOf(stream, [time, goalOf]) };
  });
};

/** Things that change hands or place: the last sentence about them counts. */
export const moves: Relation = (stream, cast) => {
  const { word: thing } = stream.pick(smallThings);
  const [before, ...stops] = stream.sample(places, cast.length + 1);
  const sentences = cast.map(({ name }, i) => {
    const { at, word } = stops[i]!;
    return i === 0
      ? `${name} ${stream.pick(['put', 'left'])} the ${thing} ${at}.`
      : stream.pick([
          `${name} took the ${thing} to the ${word}.`,
          `Then ${name} carried it to the ${word}.`,
          `After that ${name} brought the ${thing} to the ${word}.`,
        ]);
  });
  const of = {
    sisters: [before!, ...stops].map((place) => place.at),
    strangers: places.map((place) => place.at),
  };
  const end: Asked = {
    ...of,
    question: stream.pick([
      `Where is the ${thing} now?`,
      `Where is the ${thing}?`,
      `Where was the ${thing} in the end?`,
    ]),
    value: stops.at(-1).at,
    claim: (value) => `The ${thing} was ${value} in the end.`,
  };
  const start: Asked = {
    ...of,
    question: `Where was the ${thing} first?`,
    value: stops[0]!.at,
    claim: (value) => `The ${thing} was first ${value}.`,
  };
  const holder = whoAsked(
    cast.at(-1)!.name,
    cast,
    `Who had the ${thing} last?`,
    (value) => `${value} had the ${thing} last.`,
  );
  const facts = factsOf(stream, [end, start, holder]);
  return sentences.map((sentence, i) => ({ sentence, facts: i === 0 ? facts : [] }));
};
