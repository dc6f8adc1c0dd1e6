import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  foods,
  jobs,
  people as everybody,
  places,
  things,
} from '../world/lexicon.ts';
import type { Fact } from '../world/story.ts';
import type { Relation } from './lookupFacts.ts';
import { order } from './lookupsOfEvents.ts';
import { opinions } from './lookupsOfOpinions.ts';
import { amounts, possessions, pronouns, traits } from './lookupsOfPeople.ts';
import { locations, moves, timetable } from './lookupsOfPlaces.ts';
import { lowerStart } from './sentences.ts';

const relations: Relation[] = [
  locations,
  locations,
  locations,
  possessions,
  possessions,
  possessions,
  possessions,
  traits,
  timetable,
  timetable,
  moves,
  moves,
  pronouns,
  amounts,
  order,
  opinions,
  opinions,
];
const inOrder = new Set<Relation>([moves, pronouns]);

/** A few facts that are alike, told in sentences. */
export interface Passage {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly facts: readonly Fact[];
  /** Facts of the same kind about other people. */
  readonly strange: readonly Fact[];
}

export function drawPassage(stream: RandomStream, most = 5): Passage {
  const count = 2 + stream.weighted([0.25, 0.35, 0.25, 0.15].slice(0, most - 1));
  const cast = stream.sample(everybody, count);
  const relation = stream.pick(relations);
  const rows = relation(stream, cast);
  const told = inOrder.has(relation) ? rows : stream.shuffle(rows);
  const sentences = told.map(({ sentence }) => sentence);
  if (stream.chance(0.2))
    sentences.splice(
      stream.int(sentences.length + 1),
      0,
      stream.pick(['It rained.', 'The sun shone.', 'It was a long day.', 'The wind blew.']),
    );
  const others = everybody.filter((person) => !cast.includes(person));
  return {
    text: sentences.join(' '),
    sentences,
    facts: rows.flatMap((row) => row.facts),
    strange: relation(stream, stream.sample(others, count)).flatMap((row) => row.facts),
  };
}

/** "Was the ball at the beach?" of a claim with 'was' or 'is'. */
export function asQuestion(claim: string): string | undefined {
  const [, subject, verb, rest] = /^(.*?) (was|is) (.*)$/.exec(claim) ?? [];
  return subject && `${capitalise(verb!)} ${lowerStart(subject)} ${rest}?`;
}

export const words = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

/** People and nouns. */
export const naming: readonly string[] = [
  ...[...animals, ...things, ...foods, ...jobs, ...places].map(({ word }) => word),
  ...everybody.map(({ name }) => name),
];
const isNaming = new Set(naming);

/** A word that the text has, or the name of something that it has not. */
export function drawWord(text: string, isThere: boolean, stream: RandomStream): string {
  const own = words(text);
  return stream.pick(isThere ? own : naming.filter((other) => !own.includes(other)));
}

/** Those of other people's facts whose question names nothing that the passage has. */
export const unsaidIn = (passage: string, strange: readonly Fact[]): Fact[] =>
  strange.filter(({ question }) => {
    const asked = words(question).filter((word) => isNaming.has(word));
    return asked.length > 0 && asked.every((name) => !passage.includes(name));
  });
