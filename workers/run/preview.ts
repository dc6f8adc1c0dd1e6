import { parts } from '../../src/core/render/segments.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { Place, StreamedBatch } from '../../src/core/batch/batchStream.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';
import type { BatchPreview, ChannelLevel, PreviewToken } from '../../src/core/protocol/index.ts';
import { mixingRates } from '../../src/core/sampling/mixingRates.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { ratedChannels } from '../loop/ratedChannels.ts';
import { streamOf, tasksOfChannels } from '../loop/run.ts';
import type { Session } from './session.ts';

/** The next batch of the run on its way, or the first one that these settings would give. */
export async function previewNext(
  session: Session,
  settings: Settings,
  channels: readonly ChannelLevel[],
): Promise<BatchPreview> {
  if (session.run) {
    const { stream, mix, tasks, step } = session.run;
    return previewOf(stream.peek(mix.rates), tasks, session.needModel().tokenizer, step + 1);
  }
  const rehearsal = await session.rehearsal(settings);
  const { tokenizer } = session.needModel();
  const { samplers, metrics } = session.lists;
  const tasks = tasksOfChannels(channels, session.tasks, metrics);
  const stream = streamOf(settings, tasks, {
    reading: session.reading(settings.instructionFormat),
    rehearsal,
  });
  const rates = mixingRates(settings, ratedChannels(tasks, channels), undefined, samplers);
  return previewOf(stream.peek(rates), tasks, tokenizer, 1);
}

/** A batch as a person reads it: each example's tokens, whose they are and which carry loss. */
function previewOf(
  { batch, examples, rehearsed }: StreamedBatch,
  tasks: readonly Task[],
  tokenizer: Tokenizer,
  step: number,
): BatchPreview {
  const { batchSize, seqLen, exampleIds } = batch;
  const padding = exampleIds.reduce((count, id) => count + (id === 0 ? 1 : 0), 0);
  const tokensAt = ({ row, start, length }: Place): PreviewToken[] =>
    Array.from({ length }, (_, i) =>
      previewToken(batch, tokenizer, row * seqLen + start + i, i === 0),
    );
  return {
    batchSize,
    seqLen,
    step,
    paddingShare: padding / exampleIds.length,
    examples: [
      ...examples.map(({ taskIndex, wordingIndex, ...place }) => ({
        taskId: tasks[taskIndex]!.id,
        wording: tasks[taskIndex]!.wordings[wordingIndex]!.text,
        row: place.row,
        tokens: tokensAt(place),
      })),
      ...rehearsed.map((place) => ({
        taskId: null,
        wording: '',
        row: place.row,
        tokens: tokensAt(place),
      })),
    ],
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
