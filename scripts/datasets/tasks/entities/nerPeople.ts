import type { RandomStream } from '../../../../src/core/random.ts';
import { joinList, people as everybody, places, type Person } from '../../../world/lexicon.ts';
import { makeScene } from '../../texts/scene.ts';
import { makeShortStory } from '../../texts/shortStory.ts';
import type { TaskSource } from '../../taskSource.ts';

/** The people of a story, of a scene or of a meeting, in order of first mention. */
export const nerPeople: TaskSource = {
  id: 'ner_people',
  name: 'Find the people',
  cluster: 'entity recognition',
  metric: 'setF1',
  category: 'Named Entity Recognition',
  reasoning: 'Reading Comprehension -> Finding Names',
  domain: 'Stories',
  definition:
    'List the names of all people in the text, with commas between them, in the order of the text.',
  wordings: [
    { text: 'List the people in the text.', place: 'before' },
    { text: 'Who is in this story? Write the names.', place: 'before' },
    { text: 'Copy every name of a person from the text.', place: 'before' },
    { text: 'Which people does the text name?', place: 'before' },
    { text: 'Now write down all the people, with commas.', place: 'after' },
    { text: 'Find the names of the people above.', place: 'after' },
  ],
  draw({ stream, people }) {
    const input = drawText(stream, people);
    return { input, output: namesIn(input).join(', ') };
  },
  explain: () => 'These are all the people that the text names, each once.',
  mistake: ({ output }, stream) => ({
    output: stream.chance(0.5) ? `${output}, Zoe` : output.split(', ')[0]!.toLowerCase(),
    explanation: 'A list must hold all the names of the text, as they are written, and no others.',
  }),
};

function drawText(stream: RandomStream, people: readonly Person[]): string {
  const kind = stream.int(3);
  if (kind === 0) return makeShortStory(stream, people).text;
  return kind === 1 ? makeScene(stream, people).sentences.join(' ') : meeting(stream, people);
}

const meetings = [
  'met',
  'sang',
  'played',
  'ate lunch',
  'danced',
  'worked',
  'told stories',
  'looked for shells',
];

function meeting(stream: RandomStream, people: readonly Person[]): string {
  const names = stream.sample(people, 2 + stream.int(3)).map(({ name }) => name);
  const last = names.pop()!;
  const { at } = stream.pick(places);
  return stream.pick([
    `${joinList(names)} ${stream.pick(meetings)} ${at}. ${last} came late.`,
    `${last} saw ${joinList(names)} ${at}.`,
    `There was a party ${at}. ${joinList(names)} came, but ${last} did not.`,
    `${joinList(names)} went home. Only ${last} stayed ${at}.`,
    `${last} wrote a letter to ${joinList(names)} and put it in a box ${at}.`,
  ]);
}

function namesIn(text: string): string[] {
  const words = text.split(/[^A-Za-z]+/);
  const names = new Set(everybody.map(({ name }) => name));
  return [...new Set(words.filter((word) => names.has(word)))];
}
