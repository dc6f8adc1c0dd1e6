import { smallThings } from '../world/cast.ts';
import { capitalise, days, people as everybody, places, withArticle } from '../world/lexicon.ts';
import { factOf, opened, type Relation, type Row, type Said } from './lookupFacts.ts';

/** Things or people and the places they are at. */
export const locations: Relation = (stream, cast) => {
  const where = stream.sample(places, cast.length);
  const things = stream.sample(smallThings, cast.length);
  return cast.map(({ name }, i) => {
    const { at } = where[i]!;
    const isPerson = stream.chance(0.35);
    const subject = isPerson ? name : `the ${things[i]!.word}`;
    const verb = stream.pick(['put', 'left', 'hid', 'forgot', 'dropped', 'lost', 'laid']);
    const doing = stream.pick([
      'was',
      'waited',
      'sat',
      'played',
      'sang',
      'worked',
      'stood',
      'slept',
      'danced',
    ]);
    const sentence = isPerson
      ? opened(stream, `${name} ${doing} ${at}.`)
      : stream.pick([
          opened(stream, `${name} ${verb} the ${things[i]!.word} ${at}.`),
          opened(stream, `${name} ${verb} ${withArticle(things[i]!)} ${at}.`),
          `The ${things[i]!.word} of ${name} was ${at}.`,
          `The ${things[i]!.word} was ${at}.`,
          `${name} had ${withArticle(things[i]!)}, and it was ${at}.`,
        ]);
    const strangers = places.filter((place) => !where.includes(place)).map((place) => place.at);
    const question = stream.pick([`Where was ${subject}?`, `Where is ${subject}?`]);
    const said = {
      subject,
      value: at,
      question,
      answer: at,
      claim: (value: string) => `${capitalise(subject)} was ${value}.`,
    };
    return {
      sentence,
      facts: [
        factOf(
          stream,
          said,
          where.map((place) => place.at),
          strangers,
        ),
      ],
    };
  });
};

/** Who did what on which day. */
export const timetable: Relation = (stream, cast) => {
  const when = stream.sample(days, cast.length).map((day) => `on ${day}`);
  const where = stream.sample(places, cast.length);
  const doings = stream.sample(
    [
      ['went', 'go'],
      ['ran', 'run'],
      ['walked', 'walk'],
      ['came', 'come'],
      ['drove', 'drive'],
    ] as [string, string][],
    cast.length,
  );
  return cast.map(({ name }, i) => {
    const [past, base] = doings[i]!;
    const goal = `to the ${where[i]!.word}`;
    const sentence = stream.chance(0.5)
      ? `${name} ${past} ${goal} ${when[i]!}.`
      : `${capitalise(when[i]!)} ${name} ${past} ${goal}.`;
    const time: Said = {
      subject: name,
      value: when[i]!,
      question: `When did ${name} ${base} ${goal}?`,
      answer: when[i]!,
      claim: (value) => `${name} ${past} ${goal} ${value}.`,
    };
    const goalOf: Said = {
      subject: name,
      value: goal,
      question: `Where did ${name} ${base} ${when[i]!}?`,
      answer: goal,
      claim: (value) => `${name} ${past} ${value}.`,
    };
    return {
      sentence,
      facts: [
        factOf(
          stream,
          time,
          when,
          days.map((day) => `on ${day}`),
        ),
        factOf(
          stream,
          goalOf,
          where.map((place) => `to the ${place.word}`),
          places.map((place) => `to the ${place.word}`),
        ),
      ],
    };
  });
};

/** Things that change hands or place: the last sentence about them counts. */
export const moves: Relation = (stream, cast) => {
  const thing = stream.pick(smallThings);
  const stops = stream.sample(places, cast.length + 1);
  const rows = cast.map(({ name }, i): Row => {
    const { at, word } = stops[i + 1]!;
    const sentence =
      i === 0
        ? `${name} ${stream.pick(['put', 'left'])} the ${thing.word} ${at}.`
        : stream.pick([
            `${name} took the ${thing.word} to the ${word}.`,
            `Then ${name} carried it to the ${word}.`,
            `After that ${name} brought the ${thing.word} to the ${word}.`,
          ]);
    return { sentence, facts: [] };
  });
  const last = stops[cast.length]!;
  const first = stops[1]!;
  const sisters = stops.map((place) => place.at);
  const end: Said = {
    subject: thing.word,
    value: last.at,
    question: stream.pick([
      `Where is the ${thing.word} now?`,
      `Where is the ${thing.word}?`,
      `Where was the ${thing.word} in the end?`,
    ]),
    answer: last.at,
    claim: (value) => `The ${thing.word} was ${value} in the end.`,
  };
  const start: Said = {
    subject: thing.word,
    value: first.at,
    question: `Where was the ${thing.word} first?`,
    answer: first.at,
    claim: (value) => `The ${thing.word} was first ${value}.`,
  };
  const holder: Said = {
    subject: thing.word,
    value: cast.at(-1)!.name,
    question: `Who had the ${thing.word} last?`,
    answer: cast.at(-1)!.name,
    claim: (value) => `${value} had the ${thing.word} last.`,
  };
  const names = cast.map((person) => person.name);
  const facts = [end, start].map((said) =>
    factOf(
      stream,
      said,
      sisters,
      places.map((place) => place.at),
    ),
  );
  return rows.map((row, i) =>
    i === 0
      ? {
          ...row,
          facts: [
            ...facts,
            factOf(
              stream,
              holder,
              names,
              everybody.map((person) => person.name),
            ),
          ],
        }
      : row,
  );
};
