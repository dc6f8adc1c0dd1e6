import type { RandomStream } from '../../../src/core/random.ts';
import { pets, smallThings } from '../../world/cast.ts';
import {
  capitalise,
  describe,
  foods,
  places,
  withArticle,
  type Person,
} from '../../world/lexicon.ts';

/** A story of three short sentences with one way to sum it up, name it, explain it and end it. */
export interface TinyStory {
  /** Which kind of story: two of one kind may end alike. */
  readonly kind: number;
  readonly sentences: readonly [string, string, string];
  readonly summary: string;
  readonly title: string;
  /** A cause inside of the story: 'because …', and what it caused, for a question. */
  readonly cause: string;
  readonly effect: string;
  /** A last sentence that does not fit. */
  readonly wrongEnding: string;
}

type Teller = (
  stream: RandomStream,
  people: readonly [Person, Person, Person],
) => Omit<TinyStory, 'kind'>;

const losing: Teller = (stream, [{ name: a }, { name: b }]) => {
  const thing = stream.pick(smallThings).word;
  const colour = stream.pick(['red', 'blue', 'green', 'old', 'new', 'black']);
  const place = stream.pick(places);
  const sad = stream.pick(['sad', 'angry', 'worried']);
  return {
    sentences: [
      `${a} lost ${describe(colour, thing)} ${place.at}.`,
      stream.pick([`${a} was ${sad} and looked for it.`, `${a} looked everywhere and was ${sad}.`]),
      stream.pick([`Then ${b} found the ${thing}.`, `In the end ${b} found it.`]),
    ],
    summary: `${a} lost ${withArticle({ word: thing, plural: '', article: /^[aeiou]/.test(thing) ? 'an' : 'a' })} and ${b} found it.`,
    title: `The Lost ${capitalise(thing)}`,
    cause: `the ${thing} was lost`,
    effect: `Why was ${a} ${sad}?`,
    wrongEnding: `Then ${b} ate the ${thing}.`,
  };
};

const trading: Teller = (stream, [{ name: a }, { name: b }]) => {
  const [one, two] = stream.sample(smallThings, 2);
  const place = stream.pick(places);
  return {
    sentences: [
      `${a} had ${withArticle(one!)} and ${b} had ${withArticle(two!)}.`,
      `They met ${place.at}.`,
      `${a} gave ${b} the ${one!.word} for the ${two!.word}.`,
    ],
    summary: `${a} and ${b} traded a ${one!.word} for a ${two!.word}.`.replaceAll(
      / a ([aeiou])/g,
      ' an $1',
    ),
    title: `The ${capitalise(one!.word)} and the ${capitalise(two!.word)}`,
    cause: `${b} gave the ${two!.word} for it`,
    effect: `Why did ${a} give the ${one!.word} away?`,
    wrongEnding: `${a} gave ${b} the ${place.word}.`,
  };
};

const pet: Teller = (stream, [{ name: a }, { name: b }]) => {
  const animal = stream.pick(pets).word;
  const place = stream.pick(places);
  const noise = stream.pick([
    'a loud bell',
    'the thunder',
    'the strong wind',
    'a big dog',
    'the dark',
  ]);
  return {
    sentences: [
      `The ${animal} of ${a} ran away.`,
      `It was afraid of ${noise}.`,
      `${b} saw it ${place.at} and brought it back.`,
    ],
    summary: `The ${animal} of ${a} ran away and ${b} brought it back.`,
    title: `The ${capitalise(animal)} of ${a}`,
    cause: `it was afraid of ${noise}`,
    effect: `Why did the ${animal} run away?`,
    wrongEnding: `${b} read it ${place.at}.`,
  };
};

const cooking: Teller = (stream, [{ name: a }, { name: b }]) => {
  const food = stream.pick(foods.filter(({ article }) => article === 'a'));
  const [dish, flaw] = stream.pick([
    ['soup', 'hot'],
    ['pie', 'sour'],
    ['rice', 'dry'],
    ['tea', 'cold'],
  ] as const);
  return {
    sentences: [
      `${a} made ${dish} for ${b}.`,
      `The ${dish} was too ${flaw}.`,
      `So ${b} ate a ${food.word} instead.`,
    ],
    summary: `${a} made ${dish}, but ${b} ate a ${food.word}.`,
    title: `The ${capitalise(flaw)} ${capitalise(dish)}`,
    cause: `the ${dish} was too ${flaw}`,
    effect: `Why did ${b} eat a ${food.word}?`,
    wrongEnding: `So ${b} drove a ${food.word} instead.`,
  };
};

const racing: Teller = (stream, [{ name: a }, { name: b }]) => {
  const place = stream.pick(places);
  const prize = stream.pick(smallThings);
  const reason = stream.pick(['fell', 'was tired', 'rested', 'lost a shoe', 'was slow']);
  return {
    sentences: [
      `${a} and ${b} ran a race to the ${place.word}.`,
      `On the way ${b} ${reason}.`,
      `${a} won and got ${withArticle(prize)}.`,
    ],
    summary: `${a} won the race to the ${place.word}.`,
    title: `The Race to the ${capitalise(place.word)}`,
    cause: `${b} ${reason}`,
    effect: `Why did ${a} win?`,
    wrongEnding: `The ${place.word} won and got ${withArticle(prize)}.`,
  };
};

const tellers: readonly Teller[] = [losing, trading, pet, cooking, racing];

export const tradeKind = tellers.indexOf(trading);

/** One story about two of these people. */
export function makeTinyStory(stream: RandomStream, people: readonly Person[]): TinyStory {
  const cast = stream.sample(people, 3) as [Person, Person, Person];
  const kind = stream.int(tellers.length);
  return { kind, ...tellers[kind]!(stream, cast) };
}

/** A story of another kind than this one. */
export function makeOtherStory(
  stream: RandomStream,
  people: readonly Person[],
  { kind }: TinyStory,
): TinyStory {
  for (;;) {
    const story = makeTinyStory(stream, people);
    if (story.kind !== kind) return story;
  }
}
