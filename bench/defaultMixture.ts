import { createBatchStream } from '../src/core/batch/batchStream.ts';
import type { Batch } from '../src/core/batch/batch.ts';
import { modelSizes } from '../src/core/models.ts';
import { mixdesk } from '../src/core/render/mixdesk.ts';
import { noRehearsal } from '../src/core/rehearsal/rehearsalRows.ts';
import { defaultLevel, mixingRates } from '../src/core/sampling/mixingRates.ts';
import { defaultSettings } from '../src/core/settings/table.ts';
import type { Settings } from '../src/core/settings/table.ts';
import type { Task } from '../src/core/tasks/task.ts';
import type { Tokenizer } from '../src/core/tokens/tokenizer.ts';

/** What a visitor trains `mini` with who changes nothing. */
export const mixtureSettings: Settings = defaultSettings(modelSizes.mini);

/** The batches of a run on all of these tasks with these settings, one after the other. */
export function defaultMixture(tasks: readonly Task[], tokenizer: Tokenizer): () => Batch {
  const { seed, batchSize, seqLen, shotShare, wordDropout } = mixtureSettings;
  const channels = tasks.map(({ splits }) => ({
    size: splits.train.length,
    level: defaultLevel,
    isOn: true,
  }));
  const rates = mixingRates(mixtureSettings, channels);
  const stream = createBatchStream({
    seed,
    tasks,
    reading: { tokenizer: tokenizer, format: mixdesk },
    batchSize,
    seqLen,
    shotShare,
    wordDropout,
    rehearsal: noRehearsal,
  });
  return () => stream.next(rates).batch;
}

/** One example of a packed batch, by itself. */
export interface LooseExample {
  readonly inputIds: readonly number[];
  readonly targets: readonly number[];
  readonly lossMask: readonly number[];
}

/** The examples of a packed batch, row by row. */
export function unpacked(batch: Batch): LooseExample[] {
  const { seqLen, exampleIds } = batch;
  const examples: LooseExample[] = [];
  let start = 0;
  for (let at = 1; at <= exampleIds.length; at++) {
    const isSame = at % seqLen !== 0 && exampleIds[at] === exampleIds[start];
    if (isSame) continue;
    if (exampleIds[start] !== 0) {
      const part = (values: ArrayLike<number> & Iterable<number>): number[] =>
        Array.from(values).slice(start, at);
      examples.push({
        inputIds: part(batch.inputIds),
        targets: part(batch.targets),
        lossMask: part(batch.lossMask),
      });
    }
    start = at;
  }
  return examples;
}
