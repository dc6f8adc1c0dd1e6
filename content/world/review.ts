import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, foods, joinList, places, things } from './lexicon.ts';
import { expand, tidy } from './template.ts';

export interface Review {
  text: string;
  /** 1 to 5. */
  stars: number;
  /** What is reviewed: 'the kite', 'the trip to the lake'. */
  subject: string;
  kind: string;
  /** The clauses that carry the judgement, as they stand in the text. */
  reasons: string[];
  /** Aspects by their polarity. */
  liked: string[];
  disliked: string[];
}

/** Grade of a reason: -2 very bad, -1 bad, 1 good, 2 very good. */
export type Grade = -2 | -1 | 1 | 2;

type AspectTable = Record<string, Record<Grade, string>>;

const aspect = (worst: string, bad: string, good: string, best: string): Record<Grade, string> => ({
  [-2]: worst,
  [-1]: bad,
  1: good,
  2: best,
});

const reviewTables: Record<string, AspectTable> = {
  food: {
    taste: aspect(
      'the {s} [tasted awful|tasted horrible|made me sick]',
      'the {s} was [a bit dry|rather cold|not very fresh]',
      'the {s} was [tasty|fresh|nice and warm]',
      'the {s} was [the best I ever had|perfect|wonderful]',
    ),
    waiter: aspect(
      'the waiter [shouted at us|was terrible]',
      'the waiter was [slow|not very friendly]',
      'the waiter was [friendly|quick]',
      'the waiter was [wonderful|the best in town]',
    ),
    price: aspect(
      'the price was [a crime|awful]',
      'it was [a bit dear|rather dear]',
      'the price was [fair|low]',
      'the price was [amazing|unbelievably low]',
    ),
    table: aspect(
      'the table was [horribly dirty|terrible]',
      'the table was [too small|a bit dirty]',
      'the table was [clean|in a nice place]',
      'the table was [beautiful|perfect]',
    ),
  },
  thing: {
    quality: aspect(
      'the {s} [broke on the first day|fell apart at once]',
      'the {s} is [a bit weak|rather thin]',
      'the {s} is [strong|well made]',
      'the {s} is [excellent|perfect in every way]',
    ),
    colour: aspect(
      'the colour is [horrible|awful]',
      'the colour is [a bit dull|not so nice]',
      'the colour is [nice|bright]',
      'the colour is [wonderful|amazing]',
    ),
    price: aspect(
      'the price is [a joke|terrible]',
      'it is [a bit dear|rather dear]',
      'the price is [fair|good]',
      'the price is [amazing|unbelievably low]',
    ),
    size: aspect(
      'the size is [completely wrong|terrible]',
      'it is [a little too big|a little too small]',
      'the size is [right|good]',
      'the size is [perfect|simply perfect]',
    ),
  },
  shop: {
    people: aspect(
      'the people were [horribly rude|awful]',
      'the people were [slow|not very helpful]',
      'the people were [kind|helpful]',
      'the people were [wonderful|the kindest I know]',
    ),
    choice: aspect(
      'there was [absolutely nothing to buy|a terrible choice]',
      'there was [not much to choose from|little to buy]',
      'there was [a good choice|a lot to buy]',
      'there was [an amazing choice|everything one can dream of]',
    ),
    smell: aspect(
      'the smell was [horrible|terrible]',
      'it smelled [a bit old|rather odd]',
      'it smelled [nice|fresh]',
      'the smell was [wonderful|like a dream]',
    ),
    price: aspect(
      'the prices were [a crime|awful]',
      'the prices were [a bit high|rather high]',
      'the prices were [fair|low]',
      'the prices were [amazing|the best in town]',
    ),
  },
  book: {
    story: aspect(
      'the story was [terrible|the worst I ever read]',
      'the story was [a bit slow|rather long]',
      'the story was [good|fun to read]',
      'the story was [wonderful|the best I ever read]',
    ),
    pictures: aspect(
      'the pictures were [awful|horribly ugly]',
      'the pictures were [a bit dark|not so nice]',
      'the pictures were [nice|bright]',
      'the pictures were [amazing|wonderful]',
    ),
    ending: aspect(
      'the ending was [horrible|a complete mess]',
      'the ending was [a bit weak|not so clear]',
      'the ending was [good|funny]',
      'the ending was [perfect|amazing]',
    ),
  },
  trip: {
    weather: aspect(
      'the weather was [terrible|horrible]',
      'the weather was [a bit cold|rather wet]',
      'the weather was [nice|fine]',
      'the weather was [perfect|wonderful]',
    ),
    bus: aspect(
      'the bus [broke down twice|never came]',
      'the bus was [a bit late|rather full]',
      'the bus was [on time|clean]',
      'the bus ride was [amazing|wonderful]',
    ),
    guide: aspect(
      'the guide was [awful|horribly rude]',
      'the guide was [a bit dull|hard to hear]',
      'the guide was [kind|funny]',
      'the guide was [excellent|the best in the world]',
    ),
    place: aspect(
      'the {p} was [horribly dirty|a terrible place]',
      'the {p} was [rather full|a bit loud]',
      'the {p} was [quiet|nice to see]',
      'the {p} was [the most beautiful place I know|amazing]',
    ),
  },
};

/** Grades of the reasons for each number of stars; the first list of each is in the order of telling. */
const gradePlans: Record<number, Grade[][]> = {
  1: [
    [-2, -2],
    [-2, -2, -2],
    [-2, -2, -1],
  ],
  2: [
    [-1, -1, 1],
    [-1, -1],
    [1, -1, -1],
  ],
  3: [
    [1, -1],
    [-1, 1],
    [1, -1, 1, -1],
  ],
  4: [
    [1, 1, -1],
    [1, 1],
    [-1, 1, 1],
  ],
  5: [
    [2, 2],
    [2, 2, 2],
    [2, 2, 1],
  ],
};

function subjectOf(
  kind: string,
  stream: RandomStream,
): { slot: string; place: string; subject: string } {
  const place = stream.pick(places).word;
  const slot =
    kind === 'food'
      ? stream.pick([...foods.map((food) => food.word), 'soup', 'bread', 'cheese', 'tea'])
      : kind === 'thing'
        ? stream.pick(things).word
        : kind;
  const subject = kind === 'trip' ? `the trip to the ${place}` : `the ${slot}`;
  return { slot, place, subject };
}

/** Joins reasons: 'and' between like grades, 'but' where the polarity turns. */
function joinReasons(reasons: string[], grades: Grade[], stream: RandomStream): string {
  let text = reasons[0] ?? '';
  let turned = false;
  for (let i = 1; i < reasons.length; i++) {
    const turns = Math.sign(grades[i]!) !== Math.sign(grades[i - 1]!);
    const turnWords = turned ? ['. Still, ', '. However, '] : [', but ', '. But ', '. Still, '];
    const joint = stream.pick(turns ? turnWords : [' and ', '. Also, ', '. ']);
    turned ||= turns;
    text += joint + (joint === '. ' ? capitalise(reasons[i]!) : reasons[i]!);
  }
  return text;
}

const openings = {
  food: ['We ate at the inn near the {p}.', 'I had {a} for lunch.', 'I ordered the {s}.'],
  thing: [
    'I bought this {s} last week.',
    'My {s} came today.',
    'This is about the {s} from the market.',
  ],
  shop: [
    'I went to the shop near the {p}.',
    'We visited the new shop.',
    'This is about the shop at the {p}.',
  ],
  book: [
    'I read the book about the {p}.',
    'I got this book as a present.',
    'I finished the book today.',
  ],
  trip: [
    'We went on a trip to the {p}.',
    'I took the trip to the {p}.',
    'Our class made a trip to the {p}.',
  ],
};

const verdicts: Record<number, string[]> = {
  1: ['Never again!', 'Do not go there, and do not buy anything.', 'What a bad idea.'],
  2: ['I was not happy.', 'I expected more.', 'It could be much better.'],
  3: ['It was all right.', 'So it was half good and half bad.', 'I do not know what to think.'],
  4: ['I was pleased.', 'I liked it.', 'On the whole it was good.'],
  5: ['I loved it!', 'I cannot wait to do it again!', 'You must try it!'],
};

/**
 * A review whose number of stars follows from its reasons: only very bad ones (1), mostly bad (2), as
 * many good as bad (3), mostly good (4), only very good ones (5; each with at most one mild one more).
 */
export function makeReview(stream: RandomStream): Review {
  const kind = stream.pick(Object.keys(reviewTables) as (keyof typeof openings)[]);
  const stars = 1 + stream.int(5);
  const { slot, place, subject } = subjectOf(kind, stream);
  const table = reviewTables[kind]!;
  const plan = stream.pick(gradePlans[stars]!).slice(0, Object.keys(table).length);
  const grades = stars === 3 && plan.length === 3 ? plan.slice(0, 2) : plan;
  const aspects = stream.sample(Object.keys(table), grades.length);
  const read = (name: string): string =>
    name === 's'
      ? slot
      : name === 'p'
        ? place
        : (/^[aeiou]/.test(slot)
            ? 'an '
            : kind === 'food' && ['soup', 'bread', 'cheese', 'tea'].includes(slot)
              ? ''
              : 'a ') + slot;
  const reasons = aspects.map((name, i) => {
    const said = expand(table[name]![grades[i]!], stream, read);
    return said.charAt(0).toLowerCase() + said.slice(1);
  });
  const parts = [tidy(`${joinReasons(reasons, grades, stream)}.`)];
  if (stream.chance(0.6)) parts.unshift(expand(stream.pick(openings[kind]), stream, read));
  if (stream.chance(0.5)) parts.push(stream.pick(verdicts[stars]!));
  return {
    text: parts.join(' '),
    stars,
    subject,
    kind,
    reasons,
    liked: aspects.filter((_, i) => grades[i]! > 0),
    disliked: aspects.filter((_, i) => grades[i]! < 0),
  };
}

/** 'the taste and the price'. */
export const aspectList = (names: readonly string[]): string =>
  joinList(names.map((name) => `the ${name}`));
