import type { RandomStream } from '../../src/core/random.ts';
import { makeCast, type Cast, type CastOptions } from './cast.ts';
import { animals, colours, foods, people as everybody, places, things } from './lexicon.ts';
import { storySchemas, type FactTemplate, type StorySchema } from './storySchemas.ts';
import { expand, tidy } from './template.ts';

export interface Fact {
  kind: string;
  question: string;
  /** A part of the text. */
  answer: string;
  /** A true sentence. */
  statement: string;
  falseStatement: string;
}

export interface Story {
  schema: string;
  title: string;
  sentences: string[];
  text: string;
  summary: string;
  /** Short clauses in order of time, without a full stop. */
  events: string[];
  facts: Fact[];
  /** Words of the text by category, in order of first mention. */
  people: string[];
  places: string[];
  things: string[];
  animals: string[];
  foods: string[];
  colours: string[];
}

const openers = [
  '[It was a {w.day} day|{w}|The day was {w.day}].',
  '{a} and {b} were [good|old|best] friends.',
  '{a} and {b} lived near {r.the}.',
  '[This is a story about {a}|Everybody knows {a}|Here is a story about {a} and {b}].',
];

const closers = [
  'That was a [good|long|strange] day.',
  'In the evening {a} told everybody about it.',
  '{a} and {b} still talk about that day.',
  'Then it was time for dinner.',
  '{a} drew a picture of it.',
];

/**
 * One story: a schema's sentences in one of their wordings, and what is known to be true in it.
 *
 * @param options the people to choose from (all by default), or fixed roles.
 */
export function makeStory(stream: RandomStream, options: CastOptions = {}): Story {
  const schema = stream.pick(storySchemas);
  return tellStory(schema, makeCast(stream, options), stream);
}

/** Tells this schema with this cast. */
export function tellStory(schema: StorySchema, cast: Cast, stream: RandomStream): Story {
  const say = (template: string): string => expand(template, stream, cast.read);
  const lines = schema.lines.filter((line) => !line.optional || stream.chance(0.6));
  const sentences = lines.flatMap((line) => splitSentences(say(line.text)));
  if (schema.id !== 'rain' && stream.chance(0.25))
    sentences.unshift(...splitSentences(say(stream.pick(openers))));
  if (stream.chance(0.15)) sentences.push(say(stream.pick(closers)));
  const text = sentences.join(' ');
  const facts = lines.flatMap((line) => line.facts.flatMap((fact) => sayFact(fact, text, say)));
  return {
    schema: schema.id,
    title: titleCase(say(stream.pick(schema.titles))),
    sentences,
    text,
    summary: say(stream.pick(schema.summaries)),
    events: schema.events.map((event) => expandClause(event, stream, cast)),
    facts: [...facts, ...colourFacts(text)],
    people: mentioned(
      text,
      everybody.map((person) => person.name),
    ),
    places: mentioned(
      text,
      places.map((place) => place.word),
    ),
    things: mentionedNouns(text, things),
    animals: mentionedNouns(text, animals),
    foods: mentionedNouns(text, foods),
    colours: mentioned(text, colours),
  };
}

/** Splits at full stops, question and exclamation marks that are not inside quotation marks. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    const ends =
      '.!?'.includes(text[i]!) && !quoted && (i + 1 === text.length || text[i + 1] === ' ');
    if (!ends) continue;
    sentences.push(tidy(text.slice(start, i + 1)));
    start = i + 2;
  }
  const rest = text.slice(start).trim();
  return rest ? [...sentences, tidy(rest)] : sentences;
}

function sayFact(template: FactTemplate, text: string, say: (template: string) => string): Fact[] {
  const said = say(template.answer);
  const lower = said.charAt(0).toLowerCase() + said.slice(1);
  const answer = asInText(/^\{[abcx]\}/.test(template.answer) ? said : lower, text);
  if (answer === undefined) return [];
  return [
    {
      kind: template.kind,
      question: say(template.question),
      answer,
      statement: say(template.statement),
      falseStatement: say(template.falseStatement),
    },
  ];
}

/** The answer as the text has it: 'a kite' may read 'a red kite' there. */
function asInText(answer: string, text: string): string | undefined {
  if (text.toLowerCase().includes(answer.toLowerCase())) return answer;
  const noun = /^an? (\w+)$/.exec(answer)?.[1];
  if (!noun) return undefined;
  const found = new RegExp(`\\ban? (?:${colours.join('|')}) ${noun}\\b`, 'i').exec(text)?.[0];
  return found && found.charAt(0).toLowerCase() + found.slice(1);
}

function expandClause(event: string, stream: RandomStream, cast: Cast): string {
  const said = expand(event, stream, cast.read);
  return /^\{[abcx]\}/.test(event) ? said : said.charAt(0).toLowerCase() + said.slice(1);
}

/** What colour each thing or animal has that is mentioned once as 'red kite'. */
function colourFacts(text: string): Fact[] {
  const nouns = [...things, ...animals].map((noun) => noun.word).join('|');
  const found = [...text.matchAll(new RegExp(`\\b(${colours.join('|')}) (${nouns})\\b`, 'g'))];
  return found.flatMap(([, colour = '', noun = '']) => {
    const others = found.filter((match) => match[2] === noun && match[1] !== colour);
    if (others.length > 0) return [];
    const wrong = colours[(colours.indexOf(colour) + noun.length) % colours.length]!;
    return [
      {
        kind: 'colour',
        question: `Which colour was the ${noun}?`,
        answer: colour,
        statement: `The ${noun} was ${colour}.`,
        falseStatement: `The ${noun} was ${wrong}.`,
      },
    ];
  });
}

function mentioned(text: string, words: readonly string[]): string[] {
  return words
    .map((word) => ({ word, at: text.search(new RegExp(`\\b${word}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)
    .map(({ word }) => word);
}

function mentionedNouns(
  text: string,
  nouns: readonly { word: string; plural: string }[],
): string[] {
  return nouns
    .map(({ word, plural }) => ({
      word,
      at: text.search(new RegExp(`\\b(${word}|${plural})\\b`, 'i')),
    }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)
    .map(({ word }) => word);
}

const smallWords = new Set([
  'the',
  'a',
  'an',
  'for',
  'in',
  'at',
  'on',
  'to',
  'and',
  'of',
  'with',
  'his',
  'her',
  'their',
]);

function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word, i) =>
      i > 0 && smallWords.has(word.toLowerCase()) ? word.toLowerCase() : tidy(word),
    )
    .join(' ');
}
