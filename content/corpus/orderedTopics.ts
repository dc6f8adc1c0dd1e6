import type { RandomStream } from '../../src/core/random.ts';
import { capitalise } from '../world/lexicon.ts';
import { aspects } from './lookupsOfOpinions.ts';
import type { Reading, Readings } from './orderedReadings.ts';
import { ofReviews } from './orderedReviews.ts';
import { drawPassage } from './passages.ts';
import { drawSayings, saidTopics } from './topicPages.ts';

/** Lines of one topic, one of another between them, and topics to choose from. */
interface Talk {
  readonly own: string;
  readonly lines: readonly string[];
  readonly choices: readonly string[];
  readonly strange: string;
  readonly odd: string;
  /** Two of the lines and the odd one. */
  readonly mixed: readonly string[];
}

type Order = (talk: Talk, stream: RandomStream) => Reading;

function drawTalk(stream: RandomStream): Talk {
  const [own, strange] = stream.sample(saidTopics, 2) as [string, string];
  const lines = drawSayings(stream, own, 2 + stream.int(2));
  const others = saidTopics.filter((topic) => topic !== own);
  const choices = stream.shuffle([own, ...stream.sample(others, 3).slice(0, 1 + stream.int(3))]);
  const [odd] = drawSayings(stream, strange, 1) as [string];
  const mixed = stream.shuffle([...lines.slice(0, 2), odd]);
  return { own, lines, choices, strange, odd, mixed };
}

const about: Order = ({ own, lines, choices }, stream) => ({
  order: stream.pick([
    'What is it about? Say one word.',
    'Name the topic.',
    'Which word fits all of it?',
    `Say what they talk about: ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
    `Is it about ${choices.join(' or about ')}?`,
  ]),
  text: lines.join(' '),
  said: own,
  choices,
});

const strangest: Order = ({ strange, odd, mixed }, stream) => ({
  order: stream.pick([
    'One of them does not go with the others. Say it.',
    'Find the one that is about something else.',
    `Say the one about ${strange}.`,
  ]),
  text: mixed.join(' '),
  said: odd,
});

/** Texts of each sort of writing. */
const writing: Readonly<Record<string, (talk: Talk, stream: RandomStream) => string>> = {
  story: (_, stream) => drawPassage(stream, 3).text,
  review: (_, stream) => ofReviews(stream)[0]!.text,
  list: (_, stream) => stream.sample(aspects, 3 + stream.int(2)).join(', '),
  talk: ({ own, lines }, stream) =>
    `"${capitalise(own)}?" "Yes, ${lines[0]!.replace(/\.$/, '')}," said the ${stream.pick(['cook', 'guest', 'boy'])}.`,
};

const genre: Order = (talk, stream) => {
  const kind = stream.pick(Object.keys(writing));
  const choices = stream.shuffle(Object.keys(writing));
  return {
    order: stream.pick([
      'What sort of writing is it?',
      `Is it a ${choices[0]}, a ${choices[1]}, a ${choices[2]} or a ${choices[3]}?`,
      'Say what you read: one word.',
    ]),
    text: writing[kind]!(talk, stream),
    said: kind,
    choices,
  };
};

const orders = [about, about, strangest, genre];

/** Orders about short sentences of one topic, or with one of another. */
export const ofTopics: Readings = (stream) => {
  const talk = drawTalk(stream);
  return stream.sample(orders, 2 + stream.int(2)).map((order) => order(talk, stream));
};
