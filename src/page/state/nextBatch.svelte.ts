import type { ErrorInfo } from '../../core/errors.ts';
import type { BatchPreview, ChannelLevel, TrainerApi } from '../../core/protocol/index.ts';
import type { Settings } from '../../core/settings/table.ts';

/** The very next batch, as the worker would build it now. */
export class NextBatch {
  preview = $state.raw<BatchPreview | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  isLoading = $state(false);
  row = $state(0);

  readonly examplesOfRow = $derived(
    this.preview?.examples.filter((example) => example.row === this.row) ?? [],
  );

  async refresh(
    api: TrainerApi,
    settings: Settings,
    channels: readonly ChannelLevel[],
  ): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    const result = await api.previewBatch(settings, channels);
    this.isLoading = false;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return;
    this.preview = result.value;
    this.row = Math.min(this.row, result.value.batchSize - 1);
  }
}
