import { renderInstance } from '../render/render.ts';
import type { Task } from '../tasks/task.ts';
import { fitOf } from '../tokens/encode.ts';
import type { Reading } from '../tokens/reading.ts';

/** Whether any training example of the task, asked in any of its trained ways, fits into a row. */
export const hasFitting = ({ format, tokenizer }: Reading, task: Task, seqLen: number): boolean =>
  task.splits.train.some((instance) =>
    task.wordings.some((wording) => {
      if (wording.isHeldOut) return false;
      const rendered = renderInstance(format, { task, wording, instance, shots: [] });
      return fitOf(rendered, tokenizer, seqLen) !== 'cannotFit';
    }),
  );
