import type { RandomStream } from '../../../../src/core/random.ts';
import { places, type Person, type Place } from '../../../world/lexicon.ts';
import { fillerSentence, makeScene } from '../../texts/scene.ts';
import { makeShortStory } from '../../texts/shortStory.ts';
import type { TaskSource } from '../../taskSource.ts';

/** The places of a story, a scene or a trip, in order of first mention; 'none' if there are none. */
export const nerPlaces: TaskSource = {
  id: 'ner_places',
  name: 'Find the places',
  cluster: 'entity recognition',
  metric: 'setF1',
  category: 'Named Entity Recognition',
  reasoning: 'Reading Comprehension -> Finding Places',
  domain: 'Stories',
  definition:
    'List the places in the text, such as lake, barn or school, with commas between them. Write none if there is no place.',
  wordings: [
    { text: 'List every place that is named, or write none.', place: 'before' },
    { text: 'Which places are in this text?', place: 'before' },
    { text: 'Copy the words for places, in order.', place: 'before' },
    { text: 'Where does the story go? List all the places.', place: 'before' },
    { text: 'Write all the places from the text above.', place: 'after' },
    { text: 'Find the places, with commas between them.', place: 'after' },
  ],
  draw({ stream, people }) {
    const input = drawText(stream, people);
    return { input, output: placesIn(input).join(', ') || 'none' };
  },
  explain: ({ output }) =>
    output === 'none'
      ? 'The text names no place.'
      : 'These are all the places that the text names, each once.',
  mistake: ({ output }, stream) => ({
    output: output === 'none' ? 'lake' : `${output}, ${stream.pick(['hat', 'morning', 'Tom'])}`,
    explanation: 'A list of places may only hold places that the text names.',
  }),
};

/** Place-like words of the stories that are not among the world's places. */
const unlisted =
  /\b(home|house|road|street|town|cellar|field|sea|roof|well|gate|room|fair|stage|woods|pond)\b/;

function drawText(stream: RandomStream, people: readonly Person[]): string {
  const kind = stream.int(10);
  if (kind < 3) return makeShortStory(stream, people, ({ text }) => !unlisted.test(text)).text;
  if (kind === 3) return nowhere(stream, people);
  return kind < 7 ? makeScene(stream, people).sentences.join(' ') : trip(stream, people);
}

const nowhere = (stream: RandomStream, people: readonly Person[]): string =>
  stream
    .sample(people, 2 + stream.int(2))
    .map((person) => fillerSentence(stream, person))
    .join(' ');

function trip(stream: RandomStream, people: readonly Person[]): string {
  const [first, second, third] = stream.sample(places, 3) as [Place, Place, Place];
  const [a, b] = stream.sample(people, 2).map(({ name }) => name);
  return stream.pick([
    `${a} walked from the ${first.word} to the ${second.word}. ${b} stayed ${third.at}.`,
    `${a} and ${b} met ${first.at} and went to the ${second.word}.`,
    `The ${first.word} is near the ${second.word}. ${a} likes it there.`,
    `"Is ${b} ${first.at}?" asked ${a}. "No, ${second.at}."`,
    `${a} looked for ${b} ${first.at}, ${second.at} and ${third.at}.`,
    `First ${a} saw the ${first.word}, then the ${second.word}, then the ${third.word}.`,
    `${b} showed ${a} the old ${first.word}. It was cold there.`,
  ]);
}

function placesIn(text: string): string[] {
  const words = text.toLowerCase().split(/[^a-z]+/);
  const known = new Set(places.map(({ word }) => word));
  return [...new Set(words.filter((word) => known.has(word)))];
}
