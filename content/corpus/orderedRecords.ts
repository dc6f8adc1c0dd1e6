import { smallThings } from '../world/cast.ts';
import {
  animals,
  colours,
  countedInDigits,
  describe,
  foods,
  people as everybody,
  places,
  withArticle,
} from '../world/lexicon.ts';
import { fieldsText, makeRecord } from '../world/record.ts';
import { keeping } from './lookupsOfPeople.ts';
import type { Reading, Readings } from './orderedReadings.ts';

const asSentence = [
  'Say it as a sentence.',
  'Tell it in one sentence.',
  'What is on the card? Speak in a sentence.',
  'Read the card to somebody.',
  'Say all of it in one go.',
  'Turn it into a sentence.',
];
const asCard = [
  'Fill in a card.',
  'Put it on a card.',
  'Make a card: each word with its name.',
  'Write the card for it.',
  'As a card, please.',
];

/** A card and its sentence: the one from the other, or one line of the card. */
const ofCards: Readings = (stream) => {
  const { fields, text: card, sentence } = makeRecord(stream);
  const told = (): Reading => ({ order: stream.pick(asSentence), text: card, said: sentence });
  const filled = (): Reading => ({ order: stream.pick(asCard), text: sentence, said: card });
  const line = (): Reading => {
    const [key, value] = stream.pick(fields);
    const order = stream.pick([
      `Say only the ${key}.`,
      `What stands under ${key}?`,
      `Which ${key} is it?`,
    ]);
    return { order, text: card, said: value };
  };
  const missing = (): Reading => {
    const [key, value] = stream.pick(fields);
    const rest = fields.filter(([other]) => other !== key);
    return {
      order: stream.pick(['Which line is not on the card?', 'Say what the card leaves out.']),
      text: `${sentence} ${fieldsText(rest)}`,
      said: fieldsText([[key, value]]),
    };
  };
  return stream.sample([told, told, filled, filled, line, missing], 3).map((make) => make());
};

/** Words in a row and the sentence that is made of them, or the words of a sentence. */
const ofWords: Readings = (stream) => {
  const doing = stream.pick(keeping);
  const { name } = stream.pick(everybody);
  const noun = stream.pick(stream.pick([smallThings, animals, foods]));
  const colour = stream.chance(0.4) ? stream.pick(colours) : undefined;
  const place = stream.chance(0.6) ? stream.pick(places) : undefined;
  const what = colour ? describe(colour, noun.word) : withArticle(noun);
  const sentence = (verb: string): string =>
    `${name} ${verb} ${what}${place ? ` ${place.at}` : ''}.`;
  const words = [name, doing.base, colour, noun.word, place?.word].filter(Boolean).join(', ');
  const made = (): Reading => {
    const isPast = stream.chance(0.7);
    const order = isPast
      ? stream.pick([
          'Say what happened.',
          'Make a sentence about last week of it.',
          'Tell it as something that was.',
          'Join the words to a sentence in the past.',
        ])
      : stream.pick(['Say what happens now.', 'Join the words to a sentence about today.']);
    return { order, text: words, said: sentence(isPast ? doing.past : doing.third) };
  };
  const taken = (): Reading => ({
    order: stream.pick([
      'Say the words that count, with commas.',
      'Leave only the important words.',
      'Which words are the heart of it?',
    ]),
    text: sentence(doing.past),
    said: words,
  });
  return stream.sample([made, made, taken], 2).map((make) => make());
};

/** Lines of who has what, and questions about them. */
const ofLines: Readings = (stream) => {
  const count = 2 + stream.int(2);
  const owners = stream.sample(everybody, count).map(({ name }) => name);
  const nouns = stream.sample([...smallThings, ...animals, ...foods], count);
  const paint = stream.sample(colours, count);
  const [sign, gap] = stream.pick([
    [': ', '; '],
    [' | ', '\n'],
    [' - ', ', '],
    [' = ', '; '],
  ] as const);
  const text = owners.map((owner, i) => `${owner}${sign}${paint[i]!} ${nouns[i]!.word}`).join(gap);
  const ask = (): Reading => {
    const i = stream.int(count);
    const [owner, noun, colour] = [owners[i]!, nouns[i]!, paint[i]!] as const;
    const [question, said] = stream.pick([
      [`Who has the ${noun.word}?`, owner],
      [`Whose is the ${colour} ${noun.word}?`, owner],
      [`Who has something ${colour}?`, owner],
      [`What does ${owner} have?`, `${colour} ${noun.word}`],
      [`What is ${owner}'s?`, `${colour} ${noun.word}`],
      [`Which colour has the ${noun.word}?`, colour],
    ] as const);
    const order = stream.pick([
      'Find the line.',
      'Go through the lines.',
      'Say what stands in that line.',
      'Look at the names and at what they have.',
    ]);
    return { order, text, question, said };
  };
  const told = (): Reading => {
    const i = stream.int(count);
    return {
      order: `Say the line of ${owners[i]!} as a sentence.`,
      text,
      said: `${owners[i]!} has ${describe(paint[i]!, nouns[i]!.word)}.`,
    };
  };
  return [ask, ask, ...(stream.chance(0.4) ? [told] : [ask])].map((make) => make());
};

/** Sums of things that people have, and who has more. */
const ofAmounts: Readings = (stream) => {
  const [one, other] = stream.sample(everybody, 2).map(({ name }) => name) as [string, string];
  const noun = stream.pick(stream.pick([smallThings, foods]));
  const [first, second] = stream.sample([1, 2, 3, 4, 5, 6, 7, 8, 9], 2) as [number, number];
  const [ones, others] = [countedInDigits(first, noun), countedInDigits(second, noun)];
  const text = stream.pick([
    `${one} has ${ones} and ${other} has ${others}.`,
    `${one}: ${ones}; ${other}: ${others}`,
  ]);
  const isMore = stream.chance(0.5);
  const [most, least] = first > second ? [one, other] : [other, one];
  const compared = (): Reading => ({
    order: isMore
      ? stream.pick(['Who is richer? Say the name.', 'Say who has got the most.'])
      : stream.pick(['Who is poorer? Say the name.', 'Say who has got the fewest.']),
    text,
    said: isMore ? most : least,
    choices: [one, other],
  });
  const summed = (): Reading => ({
    order: stream.pick(['How many together?', 'Count them all.', 'Say what both have in all.']),
    text,
    said: `${first + second}`,
  });
  return [compared, summed].map((make) => make());
};

/** Orders about cards, words in a row, lines and amounts. */
export const ofRecords: Readings = (stream) =>
  [ofCards, ofWords, ofLines, ofLines, ofAmounts][stream.int(5)]!(stream);
