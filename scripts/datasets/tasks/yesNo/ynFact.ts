import type { RandomStream } from '../../../../src/core/random.ts';
import type { Scene, Spot } from '../../texts/scene.ts';
import { makeScene } from '../../texts/scene.ts';
import type { TaskSource } from '../../taskSource.ts';

/** Is it so? The wrong statements name what the text does not name, or what belongs to another fact. */
export const ynFact: TaskSource = {
  id: 'yn_fact',
  name: 'Is it true?',
  cluster: 'yes/no reading',
  metric: 'accuracy',
  category: 'Question Answering',
  reasoning: 'Reading Comprehension -> Verifying Facts',
  domain: 'Stories',
  definition: 'Read the text and the question about it. Answer yes or no.',
  wordings: [
    { text: 'Is it true? Answer yes or no.', place: 'before' },
    { text: 'Does the text say so? Write yes or no.', place: 'before' },
    { text: 'Check the question against the story: yes or no?', place: 'before' },
    { text: 'Choose the right answer to the question, yes or no.', place: 'before' },
    { text: 'Answer the question: yes or no?', place: 'after' },
    { text: 'Say yes if it is so in the text, and no if it is not.', place: 'after' },
  ],
  labels: ['yes', 'no'],
  draw({ stream, people, label }) {
    const scene = makeScene(stream, people);
    const question = drawQuestion(stream, scene, label === 'yes');
    return { input: `${scene.sentences.join(' ')}\nQuestion: ${question}`, output: label };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'The text says so.' : 'The text says something else.',
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation:
      output === 'yes'
        ? 'The text says so, so it is yes.'
        : 'The text does not say so, so it is no.',
  }),
};

function drawQuestion(stream: RandomStream, scene: Scene, isTrue: boolean): string {
  const spot = stream.pick(scene.spots);
  if (spot.colour && stream.chance(0.5)) {
    return `Was ${spot.subject} ${isTrue ? spot.colour : scene.otherColour}?`;
  }
  if (spot.holder && stream.chance(0.25)) {
    return holderQuestion(spot.holder, spot, isTrue ? undefined : scene.otherPerson.name);
  }
  const place = isTrue ? spot.place : wrongPlace(stream, scene, spot);
  return `Was ${spot.subject} ${place.at}?`;
}

const bases: Readonly<Record<string, string>> = {
  put: 'put',
  left: 'leave',
  hid: 'hide',
  forgot: 'forget',
  lost: 'lose',
  dropped: 'drop',
};

/** Asks about the person who acted on the thing, or who owns it. */
function holderQuestion(holder: string, { subject, sentence }: Spot, asked = holder): string {
  const verb = sentence.split(' ').find((word) => word in bases);
  return verb ? `Did ${asked} ${bases[verb]} ${subject}?` : `Did ${subject} belong to ${asked}?`;
}

/** One time in three the place of another fact, which only binding place to subject rules out. */
function wrongPlace(stream: RandomStream, { spots, otherPlace }: Scene, spot: Spot) {
  const others = spots.filter((other) => other !== spot);
  return stream.chance(1 / 3) ? stream.pick(others).place : otherPlace;
}
