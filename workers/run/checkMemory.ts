import { AppError } from '../../src/core/errors.ts';
import type { EngineLimits } from '../../src/core/protocol/index.ts';
import { fittingBatch, type ModelWords } from '../../src/core/runs/memoryEstimate.ts';
import type { Settings } from '../../src/core/settings/table.ts';

/**
 * Refuses a batch that cannot fit into what the engine can address; a device that is short of memory is no reason.
 * @throws AppError 'bad-setting' with the largest batch that fits.
 */
export function checkMemory(
  settings: Settings,
  model: ModelWords,
  limits: EngineLimits | undefined,
): void {
  if (!limits) return;
  const { batchSize, seqLen } = settings;
  const largest = fittingBatch(model, settings, { ...limits, deviceBytes: null });
  if (batchSize <= largest) return;
  throw new AppError('bad-setting', 'batchTooLarge', { batchSize, seqLen, largest });
}
