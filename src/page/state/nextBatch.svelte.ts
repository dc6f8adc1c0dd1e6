import type { ErrorInfo } from '../../core/errors.ts';
import type { BatchPreview, ChannelLevel, TrainerApi } from '../../core/protocol/index.ts';
import type { Settings } from '../../core/settings/table.ts';

/** The very next batch, as the worker would build it now. */
export class NextBatch {
  preview = $state.raw<BatchPreview | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  isLoading = $state(false);
  row = $state(0);
  /** What was asked for while another batch was being built; the latest wish wins. */
  #wish: (() => Promise<void>) | null = null;

  readonly examplesOfRow = $derived(
    this.preview?.examples.filter((example) => example.row === this.row) ?? [],
  );

  async refresh(
    api: TrainerApi,
    settings: Settings,
    channels: readonly ChannelLevel[],
  ): Promise<void> {
    this.#wish = () => this.#build(api, settings, channels);
    if (this.isLoading) return;
    this.isLoading = true;
    for (let wish = this.#takeWish(); wish; wish = this.#takeWish()) await wish();
    this.isLoading = false;
  }

  #takeWish(): (() => Promise<void>) | null {
    const wish = this.#wish;
    this.#wish = null;
    return wish;
  }

  async #build(
    api: TrainerApi,
    settings: Settings,
    channels: readonly ChannelLevel[],
  ): Promise<void> {
    const result = await api.previewBatch(settings, channels);
    this.error = result.ok ? null : result.error;
    if (!result.ok) return;
    this.preview = result.value;
    this.row = Math.min(this.row, result.value.batchSize - 1);
  }
}
