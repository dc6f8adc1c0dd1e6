import { makeScene } from '../../texts/scene.ts';
import type { TaskSource } from '../../taskSource.ts';

/** Copy the words that say where something or somebody is. */
export const qaWhere: TaskSource = {
  id: 'qa_where',
  name: 'Where is it?',
  cluster: 'extractive QA',
  metric: 'exactMatch',
  category: 'Question Answering',
  reasoning: 'Reading Comprehension -> Retrieving Information',
  domain: 'Stories',
  definition: 'Read the text and answer the question with the words from the text that say where.',
  wordings: [
    { text: 'Answer the question with words from the text.', place: 'before' },
    { text: 'Where is it? Copy the place from the story.', place: 'before' },
    { text: 'Find the answer to the question in this text.', place: 'before' },
    { text: 'A short story and a question follow. Give a short answer.', place: 'before' },
    { text: 'Now answer the question about the place.', place: 'after' },
    { text: 'Say where, in the same words as the text.', place: 'after' },
  ],
  draw({ stream, people }) {
    const { sentences, spots } = makeScene(stream, people);
    const { subject, isPerson, place } = stream.pick(spots);
    const verb = isPerson ? 'was' : stream.pick(['is', 'was']);
    return {
      input: `${sentences.join(' ')}\nQuestion: Where ${verb} ${subject}?`,
      output: place.at,
    };
  },
  explain: ({ output }) => `The text says "${output}" about what the question asks for.`,
  mistake: ({ output }, stream) => ({
    output: stream.pick(['yes', 'I do not know']),
    explanation: `The question asks where; the text says "${output}".`,
  }),
};
