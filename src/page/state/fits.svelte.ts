import { lookUp } from '../../core/lookUp.ts';
import type { ChannelLevel, TaskFits, TrainerApi } from '../../core/protocol/index.ts';
import type { Settings } from '../../core/settings/table.ts';
import { fitSentences } from '../../words/en/fits.ts';
import type { Desk } from './desk.svelte.ts';
import type { Engine } from './engine.svelte.ts';

interface Counted {
  readonly key: string;
  readonly seqLen: number;
  readonly fits: TaskFits;
}

/** Training examples that fit into no row, and all that there are. */
export interface Unfit {
  readonly count: number;
  readonly all: number;
}

/** How the examples of the desk's tasks would lie in the rows of the next run, as far as they have been counted. */
export class Fits {
  readonly #sources: { readonly desk: Desk; readonly engine: Engine };
  #counted = $state.raw<Counted | null>(null);

  constructor(sources: { readonly desk: Desk; readonly engine: Engine }) {
    this.#sources = sources;
  }

  readonly channels: readonly ChannelLevel[] = $derived.by(() => {
    const { desk } = this.#sources;
    return desk.levels.filter(({ taskId }) => desk.channel(taskId)?.task);
  });

  /** What the counts depend on: as long as it stays they do. */
  readonly key: string = $derived.by(() => {
    const { desk, engine } = this.#sources;
    const { seqLen, instructionFormat } = desk.settings;
    const tasks = this.channels.map(({ taskId, maxExamples = null }) => {
      return [taskId, desk.channel(taskId)?.task?.sha256, maxExamples];
    });
    return JSON.stringify([engine.model?.sha256, seqLen, instructionFormat, tasks]);
  });

  /** Counts anew; what has changed meanwhile makes the answer worthless. */
  async refresh(api: TrainerApi, settings: Settings): Promise<void> {
    const { key, channels } = this;
    const { seqLen } = settings;
    const result = await api.countFits(settings, channels);
    if (result.ok && key === this.key) this.#counted = { key, seqLen, fits: result.value };
  }

  /** Of these tasks together; null where all fit, or nothing was counted. */
  unfit(taskIds: readonly string[]): Unfit | null {
    const train = taskIds.flatMap((id) => lookUp(this.#counted?.fits ?? {}, id)?.train ?? []);
    const count = train.reduce((sum, { cannotFit }) => sum + cannotFit, 0);
    const all = train.reduce((sum, { fits, cut, cannotFit }) => sum + fits + cut + cannotFit, 0);
    return count > 0 ? { count, all } : null;
  }

  /** What does not fit of a task and what to do about it; empty where all does. */
  sentences(taskId: string): readonly string[] {
    const own = lookUp(this.#counted?.fits ?? {}, taskId);
    return own && this.#counted ? fitSentences(own, this.#counted.seqLen) : [];
  }
}
