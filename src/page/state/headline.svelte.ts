import { untrack } from 'svelte';
import type { MasterReading } from '../../core/analysis/masterReading.ts';
import { runResult, type RunResult } from '../../core/analysis/runResult.ts';
import type { EngineNote } from '../../core/engineNote.ts';
import type { EngineInfo } from '../../core/protocol/index.ts';
import type { Engine } from './engine.svelte.ts';
import type { Master } from './master.svelte.ts';
import { oneOf, Persisted } from './persisted.svelte.ts';
import type { Progress } from './progress.svelte.ts';
import type { Runs } from './runs.svelte.ts';

/** What there is to say: before a run, on its way, at its end. */
export type HeadlinePhase =
  'intro' | 'ready' | 'gettingReady' | 'baseline' | 'running' | 'paused' | 'result';

/** Why this device trains slower than others. */
export type DeviceLimit = 'insecure' | 'software' | 'noGpu' | 'oneThread' | 'cpu';

/** A task with its score before the first step and now, 0–100. */
export interface TaskGain {
  readonly taskId: string;
  readonly from: number;
  readonly to: number;
}

interface Sources {
  readonly master: Master;
  readonly runs: Runs;
  readonly engine: Engine;
  readonly progress: Progress;
}

/** The values of the sentence over the desk, and the one number of the run. */
export class Headline {
  /** Train has been pressed, on this visit or an earlier one: who knows the page needs no introduction. */
  readonly #isKnown = new Persisted('introduced', false, oneOf([true, false]));
  /** The introduction was asked for. */
  #isCalled = $state(false);
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Over the tasks that the current run trains; null before the untrained model has been scored. */
  readonly master: (MasterReading & { readonly score: number; readonly baseScore: number }) | null =
    $derived.by(() => {
      if (!this.#sources.progress.run) return null;
      const { reading } = this.#sources.master;
      const { score, baseScore } = reading;
      return score === null || baseScore === null ? null : { ...reading, score, baseScore };
    });
  /** Comes anew with an evaluation, the record with each step. */
  readonly #evaluations = $derived.by(() => this.#sources.progress.run?.evaluations ?? null);
  /** The task that has gained most so far; null while none has gained more than noise. */
  readonly ahead: TaskGain | null = $derived.by(() => {
    if (this.#evaluations === null) return null;
    const run = untrack(() => this.#sources.progress.run);
    const best = run && runResult(run, {})?.trained?.bestGain;
    return best ? { taskId: best.taskId, from: best.from, to: best.to } : null;
  });
  readonly phase: HeadlinePhase = $derived.by(() => {
    const { progress } = this.#sources;
    if (this.#isCalled) return 'intro';
    if (!progress.isBusy) {
      const isOver = progress.lastStep !== null && progress.run?.outcome !== 'failed';
      return isOver ? 'result' : this.#isKnown.current ? 'ready' : 'intro';
    }
    if (progress.status === 'paused') return 'paused';
    if (this.master) return 'running';
    return progress.status === 'evaluating' ? 'baseline' : 'gettingReady';
  });
  /** What came of the run; null before its end, or where it ended before its second scoring. */
  readonly result: RunResult | null = $derived.by(() => {
    const { run } = this.#sources.progress;
    return run && this.phase === 'result' ? runResult(run, this.#sources.master.chances) : null;
  });
  readonly limit: DeviceLimit | null = $derived.by(() => {
    const { info, backend } = this.#sources.engine;
    return info ? limitOf(info, backend !== 'auto') : null;
  });

  /** Train was pressed, or the introduction closed. */
  know(): void {
    this.#isCalled = false;
    this.#isKnown.current = true;
  }

  introduce(): void {
    this.#isCalled = true;
  }
}

const singleThread: readonly EngineNote['key'][] = [
  'notIsolated',
  'threadsDidNotStart',
  'threadsFailed',
];

const has = (notes: readonly EngineNote[], keys: readonly EngineNote['key'][]): boolean =>
  notes.some(({ key }) => keys.includes(key));

/** What makes this engine slow. A backend that was chosen by hand needs no explanation of what is missing. */
export function limitOf(
  { backend, isSoftware, notes }: EngineInfo,
  isChosen: boolean,
): DeviceLimit | null {
  if (isSoftware) return 'software';
  if (backend === 'cpu' || has(notes, ['noSimd'])) return 'cpu';
  if (has(notes, ['threadsNeedSecureAddress'])) return 'insecure';
  if (has(notes, singleThread)) return 'oneThread';
  return backend === 'wasm' && !isChosen ? 'noGpu' : null;
}
