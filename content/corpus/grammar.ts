import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  days,
  describe,
  feelings,
  joinList,
  people,
  places,
  pronounForms,
  sizes,
  thingAdjectives,
  things,
  verbs,
  withArticle,
  type Noun,
  type Person,
  type Verb,
} from '../world/lexicon.ts';
import { bare, lowerStart, upperStart } from './sentences.ts';

const onThings =
  'bring, break, buy, carry, choose, clean, collect, cover, draw, drop, find, fix, forget, hide, hold, keep, lose, mend, move, need, open, paint, pick, polish, pull, push, see, sell, send, take, throw, touch, wash, watch, want'.split(
    ', ',
  );
const wanted = new Set([
  'bring',
  'buy',
  'carry',
  'clean',
  'cover',
  'draw',
  'fix',
  'hide',
  'hold',
  'keep',
  'mend',
  'move',
  'open',
  'paint',
  'pick',
  'polish',
  'pull',
  'push',
  'sell',
  'send',
  'take',
  'throw',
  'wash',
  'watch',
]);
const alone =
  'clap, cry, dance, fall, jump, laugh, listen, rest, run, shout, sing, sit, sleep, smile, swim, wait, walk, wave, work'.split(
    ', ',
  );
const verbOf = new Map(verbs.map((verb) => [verb.base, verb]));
const pickVerb = (bases: readonly string[], stream: RandomStream): Verb =>
  verbOf.get(stream.pick(bases))!;

interface Clause {
  person: Person;
  verb: Verb;
  noun: Noun;
  object: string;
}

function drawClause(stream: RandomStream, bases: readonly string[] = onThings): Clause {
  const noun = stream.pick(stream.chance(0.8) ? things : animals);
  const object = stream.chance(0.5)
    ? `the ${noun.word}`
    : `the ${stream.pick([...colours, ...thingAdjectives])} ${noun.word}`;
  return { person: stream.pick(people), verb: pickVerb(bases, stream), noun, object };
}

type Passage = (stream: RandomStream) => string;

/** One clause in several voices, tenses and forms. */
const voices: Passage = (stream) => {
  const { person, verb, object } = drawClause(stream, stream.chance(0.8) ? [...wanted] : onThings);
  const { name } = person;
  const { subject } = pronounForms(person);
  const said = `${name} ${verb.past} ${object}`;
  const others = [
    `${capitalise(object)} was ${verb.participle} by ${name}.`,
    `It was ${name} who ${verb.past} ${object}.`,
    `Who ${verb.past} ${object}? ${name}.`,
    `What did ${name} ${verb.base}? ${capitalise(object)}.`,
    `Did ${name} ${verb.base} ${object}? Yes, ${subject} did.`,
    `Today ${name} ${verb.third} ${object}; yesterday ${subject} ${verb.past} it too.`,
    `Tomorrow ${name} will ${verb.base} ${object}.`,
    ...(wanted.has(verb.base)
      ? [
          `${name} did not forget to ${verb.base} ${object}.`,
          `"${name}, please ${verb.base} ${object}," they had said.`,
        ]
      : []),
    `"I ${verb.past} ${object}," said ${name}.`,
    `${capitalise(subject)} ${verb.past} it.`,
    `What was ${verb.participle} by ${name}? ${capitalise(object)}.`,
    `If ${name} had not ${verb.participle} ${object}, somebody else would have done it.`,
  ];
  const chosen = stream.sample(others, 2 + stream.int(3));
  return [
    `${said}.`,
    stream.chance(0.3) && !chosen[0]!.includes('?')
      ? `In other words: ${lowerStart(chosen[0]!)}`
      : chosen[0]!,
    ...chosen.slice(1),
  ].join(' ');
};

/** Two clauses and their union. */
const joined: Passage = (stream) => {
  const [person, other] = stream.sample(people, 2) as [Person, Person];
  const [first, second] = [pickVerb(alone, stream), pickVerb(alone, stream)];
  const place = stream.pick(places).at;
  const one = `${person.name} ${first.past} ${place}.`;
  return stream.pick([
    `${one} ${person.name} ${second.past} ${place}. So ${person.name} ${first.past} and ${second.past} ${place}.`,
    `${one} ${other.name} ${first.past} too. So ${person.name} and ${other.name} both ${first.past}.`,
    `${one} ${other.name} did not. Only ${person.name} ${first.past}.`,
    `${person.name} ${first.past} and ${other.name} ${second.past}. Who ${second.past}? ${other.name}. Who ${first.past}? ${person.name}.`,
    `First ${person.name} ${first.past}, then ${other.name} ${second.past}. So ${other.name} ${second.past} after ${person.name} ${first.past}.`,
    `${person.name} ${first.past} because ${other.name} ${second.past}. Why? Because ${other.name} ${second.past}.`,
    `Either ${person.name} or ${other.name} ${first.past} ${place}. It was not ${other.name}. So it was ${person.name}.`,
  ]);
};

function spoil(sentence: string, clause: Clause, stream: RandomStream): string {
  const { person, verb, object } = clause;
  const words = sentence.split(' ');
  return stream.pick([
    `${person.name} ${verb.base} ${object} yesterday`,
    sentence.toLowerCase(),
    words.filter((word) => word !== 'the').join(' '),
    stream.shuffle(words).join(' '),
    sentence.replace(/^\w+ (\w+)/, (_, second: string) => `${person.name} ${second} ${second}`),
  ]);
}

/** Wrong sentences and how they should be. */
const corrected: Passage = (stream) => {
  const clause = drawClause(stream);
  const right = `${clause.person.name} ${clause.verb.past} ${clause.object} yesterday`;
  const wrong = spoil(right, clause, stream);
  if (wrong === right) return `"${right}" is correct English.`;
  return stream.pick([
    `"${wrong}" is not correct. Correct is: ${right}.`,
    `Somebody wrote "${wrong}". It should be "${right}".`,
    `Wrong: ${wrong}. Right: ${right}.`,
    `Not "${wrong}", but "${right}".`,
    `"${wrong}" – is that right? No, one says "${right}".`,
  ]);
};

const agreement: Passage = (stream) => {
  const person = stream.pick(people);
  const noun = stream.pick(stream.pick([things, animals]));
  const verb = pickVerb(onThings, stream);
  return stream.pick([
    `One ${noun.word}, two ${noun.plural}.`,
    `I ${verb.base}, ${person.name} ${verb.third}.`,
    `Today: ${verb.third}. Yesterday: ${verb.past}. Long ago: had ${verb.participle}.`,
    `Not "a ${noun.plural}", but "${withArticle(noun)}".`,
    `Not "${person.name} have ${withArticle(noun)}", but "${person.name} has ${withArticle(noun)}".`,
  ]);
};

/** The shorter form of a long sentence, or the polite form of a rude one. */
const simpler: Passage = (stream) => {
  const { person, verb, noun } = drawClause(stream, [...wanted]);
  const [size, adjective, colour] = [
    stream.pick(sizes),
    stream.pick(['old', 'new', 'clean', 'dirty']),
    stream.pick(colours),
  ];
  const place = stream.pick(places).at;
  const day = stream.pick(days);
  const order = `${verb.base} the ${colour} ${noun.word}`;
  return stream.pick([
    `${person.name} ${verb.past} the ${size} ${adjective} ${colour} ${noun.word} ${place} on ${day}. In short: ${person.name} ${verb.past} the ${noun.word}.`,
    `"${capitalise(order)}!" That is rude. "Please ${order}." That is polite.`,
    `"${capitalise(order)}!" said ${person.name}. "Say it politely." "Please ${order}."`,
    `The ${size} ${adjective} ${noun.word} is ${colour}. Short: the ${noun.word} is ${colour}.`,
    `${person.name} has ${describe(size, adjective, noun.word)}. So ${person.name} has ${withArticle(noun)}. Is it ${colour}? We do not know; maybe.`,
  ]);
};

/** What follows from what. */
const reasoning: Passage = (stream) => {
  const [first, second, third] = stream.sample(people, 3).map(({ name }) => name) as [
    string,
    string,
    string,
  ];
  const noun = stream.pick(things);
  const [colour, other] = stream.sample(colours, 2) as [string, string];
  const place = stream.pick(places);
  const how = stream.pick([
    ['older', 'oldest'],
    ['faster', 'fastest'],
    ['taller', 'tallest'],
    ['stronger', 'strongest'],
  ] as const);
  return stream.pick([
    `${first} is ${how[0]} than ${second}. ${second} is ${how[0]} than ${third}. So ${first} is ${how[0]} than ${third}. Who is the ${how[1]}? ${first}.`,
    `All the ${noun.plural} ${place.at} are ${colour}. This ${noun.word} is ${place.at}. So it is ${colour}.`,
    `No ${noun.word} ${place.at} is ${colour}. This ${noun.word} is ${colour}. So it is not ${place.at}.`,
    `${first} has ${describe(colour, noun.word)}. So ${first} has ${withArticle(noun)}. Does ${first} have ${describe(other, noun.word)}? Maybe.`,
    `${first} gave ${second} ${withArticle(noun)}. So ${second} has the ${noun.word} now, and ${first} does not.`,
    `${first} has the same ${noun.word} as ${second}. ${second}'s ${noun.word} is ${colour}. So ${first}'s ${noun.word} is ${colour}.`,
    `The ${noun.word} is either ${colour} or ${other}. It is not ${other}. So it is ${colour}.`,
    `If the ${noun.word} is ${colour}, it belongs to ${first}. It is ${other}. So it does not belong to ${first}, perhaps.`,
  ]);
};

/** Who 'she', 'he' or 'they' is. */
const pronouns: Passage = (stream) => {
  const [first, second] = stream.sample(people, 2) as [Person, Person];
  if (first.pronoun === second.pronoun) return reasoning(stream);
  const { subject, object, possessive } = pronounForms(second);
  const [noun, feeling] = [stream.pick(things), stream.pick(feelings).word];
  return stream.pick([
    `${first.name} thanked ${second.name} because ${subject} had helped. Who had helped? ${second.name}.`,
    `${first.name} saw ${second.name} and gave ${object} ${withArticle(noun)}. Here "${object}" means ${second.name}.`,
    `${first.name} asked ${second.name} for ${possessive} ${noun.word}. Whose ${noun.word} was it? ${second.name}'s.`,
    `${first.name} met ${second.name}. ${upperStart(subject)} looked ${feeling}. Who looked ${feeling}? ${second.name}, because the text says "${subject}".`,
    `${first.name} called ${second.name}. That means ${first.name} called ${object}.`,
  ]);
};

const echo: Passage = (stream) => {
  const clauses = stream.sample(people, 3).map((person) => ({ ...drawClause(stream), person }));
  const said = clauses.map(({ person, verb, object }) => `${person.name} ${verb.past} ${object}`);
  const at = stream.int(3);
  const { person, noun, verb } = clauses[at]!;
  return `${said.join('. ')}. ${stream.pick([
    `What did ${person.name} do? ${upperStart(pronounForms(person).subject)} ${verb.past} the ${noun.word}.`,
    `All the names: ${joinList(clauses.map((clause) => clause.person.name))}.`,
    `Now from the end: ${bare([...said].reverse().join('. '))}.`,
    `The sentence with ${noun.word} is: ${said[at]}.`,
    `The things they talked about: ${clauses.map((clause) => clause.noun.word).join(', ')}.`,
  ])}`;
};

const passages = [
  voices,
  voices,
  voices,
  joined,
  joined,
  corrected,
  agreement,
  simpler,
  simpler,
  reasoning,
  reasoning,
  pronouns,
  pronouns,
  echo,
  echo,
];

/** Small passages about how sentences are built, changed, joined and what follows from them. */
export function grammarDocument(stream: RandomStream): string {
  const chosen = stream.chance(0.35) ? [stream.pick(passages)] : passages;
  return Array.from({ length: 3 + stream.int(3) }, () => stream.pick(chosen)(stream)).join(
    stream.chance(0.7) ? '\n' : ' ',
  );
}
