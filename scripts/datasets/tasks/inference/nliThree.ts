import type { RandomStream } from '../../../../src/core/random.ts';
import {
  colours,
  counted,
  days,
  describe,
  foods,
  places,
  withArticle,
  type Noun,
  type Person,
  type Place,
} from '../../../world/lexicon.ts';
import { smallThings } from '../../../world/cast.ts';
import type { TaskSource } from '../../taskSource.ts';

/** Does the second sentence follow from the first? */
export const nliThree: TaskSource = {
  id: 'nli_three',
  name: 'Does it follow?',
  cluster: 'inference',
  metric: 'accuracy',
  category: 'Textual Entailment',
  reasoning: 'Textual Entailment -> Deductive Reasoning',
  domain: 'Sentences',
  definition:
    'If the first sentence makes the second sure, write yes. If it makes it false, write no. If it leaves it open, write maybe.',
  wordings: [
    { text: 'Does the second sentence follow from the first? yes, no or maybe', place: 'before' },
    {
      text: 'The first sentence is true. Is the second? Choose yes, no or maybe.',
      place: 'before',
    },
    { text: 'Can we be sure of the second sentence? yes, no or maybe?', place: 'before' },
    { text: 'Compare the two sentences and answer yes, no or maybe.', place: 'before' },
    { text: 'Given the first sentence, is the second one right: yes, no, maybe?', place: 'after' },
    { text: 'Is the second one true then? Say yes, no or maybe.', place: 'after' },
  ],
  labels: ['yes', 'no', 'maybe'],
  draw({ stream, people, label }) {
    const { premise, ...hypotheses } = drawPremise(stream, people);
    const second = stream.pick(hypotheses[label as keyof typeof hypotheses]);
    return { input: `First: ${premise}\nSecond: ${second}`, output: label };
  },
  explain: ({ output }) => reasons[output as keyof typeof reasons],
  mistake: ({ output }, stream) => ({
    output: stream.pick(['yes', 'no', 'maybe'].filter((other) => other !== output)),
    explanation: `${reasons[output as keyof typeof reasons]} So it is ${output}.`,
  }),
};

const reasons = {
  yes: 'The second sentence is true whenever the first one is.',
  no: 'Both sentences cannot be true.',
  maybe: 'The first sentence does not say.',
};

interface Premise {
  readonly premise: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly maybe: readonly string[];
}

/** What the premises are filled with; [0] is in the premise, [1] is not. */
interface Filling {
  readonly who: readonly string[];
  readonly at: readonly string[];
  readonly thing: readonly Noun[];
  readonly colour: readonly string[];
  readonly food: readonly Noun[];
  readonly count: number;
  readonly day: readonly string[];
}

function drawPremise(stream: RandomStream, people: readonly Person[]): Premise {
  const filling: Filling = {
    who: stream.sample(people, 3).map(({ name }) => name),
    at: stream.sample(places, 2).map((place: Place) => place.at),
    thing: stream.sample(smallThings, 2),
    colour: stream.sample(colours, 2),
    food: stream.sample(foods, 2),
    count: 2 + stream.int(8),
    day: stream.sample(days, 2),
  };
  const patterns = [doing, doing, together, giving, eating, owning];
  return stream.pick(patterns)(stream, filling);
}

const doings = [
  'find found',
  'lose lost',
  'buy bought',
  'drop dropped',
  'wash washed',
  'break broke',
];

function doing(stream: RandomStream, { who: [a, b], at: [at, far], ...filling }: Filling): Premise {
  const [thing, other] = filling.thing as [Noun, Noun];
  const [colour, wrong] = filling.colour as [string, string];
  const [base, past] = stream.pick(doings).split(' ');
  return {
    premise: `${a} ${past} ${describe(colour, thing.word)} ${at}.`,
    yes: [
      `${a} ${past} ${withArticle(thing)}.`,
      `${a} was ${at}.`,
      `The ${thing.word} was ${colour}.`,
      `The ${thing.word} was not ${wrong}.`,
      `${a} ${past} something ${at}.`,
    ],
    no: [
      `The ${thing.word} was ${wrong}.`,
      `The ${thing.word} was not ${colour}.`,
      `${a} did not ${base} ${withArticle(thing)}.`,
      `${a} was never ${at}.`,
      `${a} ${past} the ${thing.word} ${far}.`,
    ],
    maybe: [
      `${a} ${past} ${withArticle(other)}.`,
      `${b} was ${at}.`,
      `The ${thing.word} was old.`,
      `The ${thing.word} was not new.`,
      `${a} liked the ${thing.word}.`,
    ],
  };
}

function together(stream: RandomStream, { who: [a, b, c], at: [at] }: Filling): Premise {
  const past = stream.pick(['played', 'worked', 'sang', 'danced', 'waited', 'slept', 'talked']);
  return {
    premise: `${a} and ${b} ${past} ${at}.`,
    yes: [
      `${a} ${past} ${at}.`,
      `${b} was ${at}.`,
      `${b} was not alone.`,
      `${b} and ${a} ${past}.`,
    ],
    no: [
      `${a} was alone.`,
      `Nobody ${past} ${at}.`,
      `${b} was not ${at}.`,
      `${a} was never ${at}.`,
    ],
    maybe: [`${c} was ${at}.`, `${c} was not ${at}.`, `${a} was tired.`, `${b} was not happy.`],
  };
}

function giving(_: RandomStream, { who: [a, b, c], ...filling }: Filling): Premise {
  const [thing, other] = filling.thing as [Noun, Noun];
  const [colour, wrong] = filling.colour as [string, string];
  const [day, later] = filling.day;
  return {
    premise: `${a} gave ${b} ${describe(colour, thing.word)} on ${day}.`,
    yes: [
      `${b} got ${withArticle(thing)}.`,
      `${b} got something from ${a}.`,
      `The ${thing.word} was not ${wrong}.`,
      `${a} gave ${b} ${withArticle(thing)}.`,
    ],
    no: [
      `${a} gave ${b} nothing.`,
      `${b} got nothing on ${day}.`,
      `The ${thing.word} was ${wrong}.`,
      `${a} never gave ${b} ${withArticle(thing)}.`,
    ],
    maybe: [
      `${b} liked the ${thing.word}.`,
      `${c} got ${withArticle(thing)}.`,
      `${a} gave ${b} ${withArticle(other)}.`,
      `${b} lost the ${thing.word} on ${later}.`,
      `The ${thing.word} was not old.`,
    ],
  };
}

function eating(_: RandomStream, { who: [a, b], at: [at], count, ...filling }: Filling): Premise {
  const [food, other] = filling.food as [Noun, Noun];
  return {
    premise: `${a} ate ${counted(count, food)} ${at}.`,
    yes: [
      `${a} ate some ${food.plural}.`,
      `${a} ate ${food.plural} ${at}.`,
      `${a} ate more than one ${food.word}.`,
      `${a} was ${at}.`,
    ],
    no: [
      `${a} ate no ${food.plural}.`,
      `${a} ate only one ${food.word}.`,
      `${a} was never ${at}.`,
      `${a} ate nothing ${at}.`,
    ],
    maybe: [
      `${a} ate some ${other.plural}.`,
      `${b} ate some ${food.plural}.`,
      `${a} was hungry.`,
      `The ${food.plural} were not big.`,
    ],
  };
}

function owning(_: RandomStream, { who: [a, b], ...filling }: Filling): Premise {
  const [thing, other] = filling.thing as [Noun, Noun];
  const [colour, wrong] = filling.colour as [string, string];
  return {
    premise: `The ${thing.word} of ${a} is ${colour}.`,
    yes: [
      `${a} has ${withArticle(thing)}.`,
      `${a} has ${describe(colour, thing.word)}.`,
      `The ${thing.word} of ${a} is not ${wrong}.`,
    ],
    no: [
      `${a} has no ${thing.word}.`,
      `The ${thing.word} of ${a} is ${wrong}.`,
      `The ${thing.word} of ${a} is not ${colour}.`,
    ],
    maybe: [
      `${b} has ${withArticle(thing)}.`,
      `The ${thing.word} of ${b} is ${colour}.`,
      `${a} has ${withArticle(other)}.`,
      `The ${thing.word} of ${a} is not old.`,
    ],
  };
}
