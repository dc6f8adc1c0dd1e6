import { parts } from '../../src/core/batch/batch.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { StreamedBatch } from '../../src/core/batch/batchStream.ts';
import type { Tokenizer } from '../../src/core/batch/tokenizer.ts';
import type { BatchPreview, PreviewToken } from '../../src/core/protocol.ts';
import type { Task } from '../../src/core/tasks/task.ts';

/** A batch as a person reads it: each example's tokens, whose they are and which carry loss. */
export function previewOf(
  { batch, examples }: StreamedBatch,
  tasks: readonly Task[],
  tokenizer: Tokenizer,
  step: number,
): BatchPreview {
  const { batchSize, seqLen, exampleIds } = batch;
  const padding = exampleIds.reduce((count, id) => count + (id === 0 ? 1 : 0), 0);
  return {
    batchSize,
    seqLen,
    step,
    paddingShare: padding / exampleIds.length,
    examples: examples.map(({ taskIndex, wordingIndex, row, start, length }) => ({
      taskId: tasks[taskIndex]!.id,
      wording: tasks[taskIndex]!.wordings[wordingIndex]!.text,
      row,
      tokens: Array.from({ length }, (_, i) =>
        previewToken(batch, tokenizer, row * seqLen + start + i, i === 0),
      ),
    })),
  };
}

/** A token carries loss when the position *before* it must predict it. */
function previewToken(
  { inputIds, partIds, lossMask }: Batch,
  tokenizer: Tokenizer,
  at: number,
  isFirst: boolean,
): PreviewToken {
  return {
    text: tokenizer.decode([inputIds[at]!]),
    part: parts[partIds[at]!] ?? 'padding',
    carriesLoss: !isFirst && lossMask[at - 1]! > 0,
  };
}
