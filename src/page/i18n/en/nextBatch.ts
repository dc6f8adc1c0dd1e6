import { formatShare, formatWhole } from '../format.ts';

/** The rows of the next step. */
export const nextBatch = {
  title: 'Next batch',
  refresh: 'Look again',
  intro: 'What the model reads in its next step. Loss is counted on underlined tokens only.',
  row: (n: number, total: number) => `Row ${n} of ${total}`,
  rows: 'Rows of the batch',
  padding: (share: number) => `${formatShare(share)} padding`,
  step: (step: number) => `for step ${formatWhole(step)}`,
  parts: {
    instruction: 'instruction',
    input: 'input',
    frame: 'frame',
    target: 'answer',
    padding: 'padding',
  },
  carriesLoss: 'carries loss',
  rehearsed: 'Rehearsal: a pre-training text',
  end: '⟨end⟩',
  empty: 'No batch yet',
  emptyHelp: {
    noModel: 'It can be built as soon as the model is there.',
    noTasks: 'The desk is empty. Put tasks on it from the library.',
    loading: 'It can be built as soon as the tasks are loaded.',
    silent: 'Nothing plays: every fader is at 0 or muted. Raise one, or unmute a task.',
    running: 'A run is on its way. Press “Look again” to see what its next step reads.',
  },
  loading: 'Building the batch…',
};
