import type { BatchStreamOptions } from '../../src/core/batch/batchStream.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import type { Asked, Instruction, Question, Shot } from '../../src/core/render/question.ts';
import { noRehearsal } from '../../src/core/rehearsal/rehearsalRows.ts';
import type { Instance, Task } from '../../src/core/tasks/task.ts';

/** One token a character (its code), end-of-sequence 1, padding 0: small enough to count by hand. */
export const characterTokenizer: Tokenizer = {
  encode: (text) => [...text].map((character) => character.codePointAt(0)!),
  decode: (ids) => String.fromCodePoint(...ids.filter((id) => id > 1)),
  byteLength: (id) => (id <= 1 ? 0 : new TextEncoder().encode(String.fromCodePoint(id)).length),
  eosId: 1,
  padId: 0,
  vocabSize: 0x10ffff,
};

/** A task with `size` training instances "<id>0" → "0", … and one each to validate and test. */
export function toyTask(id: string, size: number): Task {
  const instance = (name: string): Instance => ({
    id: name,
    input: `${id}${name}`,
    outputs: [name],
  });
  return {
    id,
    name: id,
    cluster: 'toys',
    metric: 'exactMatch',
    definition: 'Do it.',
    wordings: [
      { id: 'definition', text: 'Do it.', place: 'before' },
      { id: 'w1', text: 'Now do it!', place: 'after' },
    ],
    positiveExamples: [],
    negativeExamples: [],
    splits: {
      train: Array.from({ length: size }, (_, i) => instance(`${i}`)),
      validation: [instance('v')],
      test: [instance('t')],
    },
    licence: 'Apache-2.0',
    origin: 'built-in',
  };
}

/** A question of nobody's task. */
export const toyQuestion = (
  instruction: Instruction,
  asked: Asked,
  shots: readonly Shot[] = [],
): Question => ({ task: null, instruction, asked, shots });

/** Two toy tasks in small batches. */
export const toyStreamOptions: Omit<BatchStreamOptions, 'seed'> = {
  tasks: [toyTask('a', 9), toyTask('b', 5)],
  reading: { tokenizer: characterTokenizer, format: mixdesk },
  batchSize: 2,
  seqLen: 96,
  shotShare: 0,
  wordDropout: 0,
  rehearsal: noRehearsal,
};
