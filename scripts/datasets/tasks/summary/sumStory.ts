import { makeShortStory } from '../../texts/shortStory.ts';
import type { TaskSource } from '../../taskSource.ts';

/** A short story to one sentence. */
export const sumStory: TaskSource = {
  id: 'sum_story',
  name: 'Summarization',
  cluster: 'summarization',
  metric: 'rougeL',
  category: 'Summarization',
  reasoning: 'Abstraction -> Finding the Main Event',
  domain: 'Stories',
  definition: 'Read the story and write one short sentence that tells what happened in it.',
  wordings: [
    { text: 'Tell the story in one sentence.', place: 'before' },
    { text: 'Write a summary of this story.', place: 'before' },
    { text: 'What happened? Give the main point only.', place: 'before' },
    { text: 'Make this story very short: one sentence.', place: 'before' },
    { text: 'Sum it up in a single sentence.', place: 'after' },
    { text: 'In short, what is the story about?', place: 'after' },
  ],
  // Stories are the longest inputs: fewer of them keep the file within 400 kB.
  trainSize: 1200,
  draw({ stream, people }) {
    const { text, summary } = makeShortStory(stream, people);
    return { input: text, output: summary };
  },
  explain: () => 'It names the main event and who took part, and leaves the rest out.',
  mistake: ({ input }) => ({
    output: input.slice(0, input.indexOf('. ') + 1),
    explanation: 'This is how the story begins, not what happens in it.',
  }),
};
