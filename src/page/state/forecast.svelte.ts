import { runForecast, type RunForecast } from '../../core/runs/runForecast.ts';
import { t } from '../i18n/texts.ts';
import type { Desk } from './desk.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import type { Pace } from './pace.svelte.ts';

interface Sources {
  readonly desk: Desk;
  readonly engine: Engine;
  readonly pace: Pace;
}

/** A trained task, and how often its examples will come. */
export interface TaskEpochs {
  readonly name: string;
  readonly epochs: number;
}

/** What the next run will take, by the desk as it stands. */
export class Forecast {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  readonly run: RunForecast = $derived.by(() => {
    const { desk, engine } = this.#sources;
    return runForecast({
      settings: desk.settings,
      channels: desk.levels,
      tasks: desk.channels.flatMap(({ task }) => task ?? []),
      model: engine.model,
      engine: engine.info,
    });
  });
  /** Null where no run like it has ended here, and where nothing would be trained. */
  readonly timeMs: number | null = $derived.by(() => {
    const { desk, engine, pace } = this.#sources;
    const backend = engine.info?.backend;
    if (!backend || !desk.hasMix) return null;
    return pace.estimateMs(desk.modelName, backend, desk.settings.trainTokens);
  });
  /** Fewest first. */
  readonly epochs: readonly TaskEpochs[] = $derived.by(() => {
    const { desk } = this.#sources;
    return Object.entries(this.run.epochs)
      .map(([id, epochs]) => ({ name: desk.channel(id)?.name ?? id, epochs }))
      .sort((a, b) => a.epochs - b.epochs);
  });
  /** That it will not fit, and what would; null where it does. */
  readonly warning: string | null = $derived.by(() => {
    const { fittingBatch, memory } = this.run;
    const { batchSize, seqLen } = this.#sources.desk.settings;
    if (fittingBatch === null || !memory) return null;
    const remedy = fittingBatch > 0 ? t.forecast.fits(fittingBatch) : t.forecast.nothingFits;
    return `${t.forecast.tooLarge(batchSize, seqLen, memory.mostBytes)} ${remedy}`;
  });
}
