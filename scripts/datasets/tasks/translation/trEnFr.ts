import { makePair } from '../../../world/bilingual.ts';
import type { TaskSource } from '../../taskSource.ts';

const kinds: Readonly<Record<string, number>> = {
  word: 1,
  phrase: 5,
  count: 3,
  like: 2,
  is: 4,
  has: 3,
  where: 4,
};

/** A phrase or short sentence to French. */
export const trEnFr: TaskSource = {
  id: 'tr_en_fr',
  name: 'English to French',
  cluster: 'translation',
  metric: 'strictMatch',
  category: 'Translation',
  reasoning: 'Translation -> Word and Agreement',
  domain: 'Phrases',
  outputLanguage: 'French',
  definition: 'Translate the English words into French, with the right articles and endings.',
  wordings: [
    { text: 'Translate to French.', place: 'before' },
    { text: 'How do you say this in French?', place: 'before' },
    { text: 'Write the French for these English words.', place: 'before' },
    { text: 'Put this into French.', place: 'before' },
    { text: 'The same in French:', place: 'after' },
    { text: 'Now say it as a French speaker would.', place: 'after' },
  ],
  draw({ stream, people }) {
    const kind = Object.keys(kinds)[stream.weighted(Object.values(kinds))];
    const { english, french } = makePair(stream, kind, people);
    return { input: english, output: french };
  },
  explain: ({ input, output }) => `In French, "${input}" is "${output}".`,
  mistake: ({ input }) => ({ output: input, explanation: 'This is still English.' }),
};
