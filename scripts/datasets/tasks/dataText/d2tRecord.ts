import { makeRecord } from '../../../world/record.ts';
import type { TaskSource } from '../../taskSource.ts';

/** A record to a sentence that says all of it. */
export const d2tRecord: TaskSource = {
  id: 'd2t_record',
  name: 'Record to sentence',
  cluster: 'data and text',
  metric: 'rougeL',
  category: 'Data to Text',
  reasoning: 'Abstraction -> Putting Facts into Words',
  domain: 'Records',
  definition: 'The input is a record of keys and values. Write one sentence that says all of it.',
  wordings: [
    { text: 'Write a sentence from the record.', place: 'before' },
    { text: 'Say this in plain words, in one sentence.', place: 'before' },
    { text: 'Put all the facts of the card into a sentence.', place: 'before' },
    { text: 'What does this record tell us? Use every value.', place: 'before' },
    { text: 'Make a full sentence of these data.', place: 'after' },
    { text: 'Now tell it in a sentence.', place: 'after' },
  ],
  draw({ stream, people }) {
    const { text, sentence } = makeRecord(stream, people);
    return { input: text, output: sentence };
  },
  explain: () => 'The sentence says every value of the record and nothing else.',
  mistake: ({ input }) => ({
    output: `${input.split('; ')[0]!.replace(/^\w+: /, '')}.`,
    explanation: 'This is one value only, and it is not a sentence.',
  }),
};
