import { nextEta, type Eta } from '../../core/analysis/eta.ts';
import type { Download, RunPhase } from '../../core/protocol/index.ts';
import type { RunRecord, RunStep } from '../../core/runs/record.ts';
import { evaluationPlan } from '../../core/runs/evaluationPlan.ts';
import { timeLeftMs } from '../../core/runs/timeLeft.ts';
import { t } from '../i18n/texts.ts';
import type { Desk } from './desk.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

/** `waiting`: Train was pressed, and engine, model or tasks are still on their way. */
export type RunStatus = 'idle' | 'waiting' | RunPhase | 'stopping';

interface Sources {
  readonly engine: Engine;
  readonly desk: Desk;
  readonly runs: Runs;
  readonly transport: Transport;
  /** What measures the device meanwhile. */
  readonly bench: { readonly isRunning: boolean };
}

/** How far everything is, in words and numbers: derived from engine, tasks and the run's record. */
export class Progress {
  #eta = $state.raw<(Eta & { readonly runId: string }) | null>(null);
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  readonly status: RunStatus = $derived.by(() => {
    const { transport, runs } = this.#sources;
    if (transport.phase === 'free') return 'idle';
    if (transport.phase === 'asked') return 'waiting';
    if (transport.phase === 'stopping') return 'stopping';
    return phaseOf(runs.newest);
  });
  readonly isBusy: boolean = $derived.by(() => this.#sources.transport.isBusy);
  /** Numbers are moving. */
  readonly isLive: boolean = $derived(this.status === 'training' || this.status === 'evaluating');
  /** The run that the transport tells of: the one on its way, or the one whose weights are the tuned ones. */
  readonly run: RunRecord | null = $derived.by(() => {
    const { transport, runs, engine } = this.#sources;
    if (transport.phase === 'asked') return null;
    const isShown = transport.isBusy || engine.tunedBy === runs.newest?.runId;
    return isShown ? runs.newest : null;
  });
  readonly lastStep: RunStep | null = $derived(this.run?.steps.at(-1) ?? null);
  readonly share: number = $derived(
    this.run && this.run.nSteps > 0 ? Math.min(1, (this.lastStep?.step ?? 0) / this.run.nSteps) : 0,
  );

  /** Of a run that may end early, while it is on: evaluations without a gain, and how many end it. */
  readonly waiting: { readonly evaluations: number; readonly patience: number } | null =
    $derived.by(() => {
      const { patience = 0 } = this.run?.plan.settings ?? {};
      const standing = this.run?.evaluations.at(-1)?.standing;
      if (patience === 0 || !standing || !this.isBusy) return null;
      return { evaluations: standing.withoutGain, patience };
    });

  readonly taskLoading = $derived.by(() => {
    const { channels } = this.#sources.desk;
    const loaded = channels.filter((channel) => channel.task !== null).length;
    const failed = channels.filter((channel) => channel.error !== null).length;
    return { loaded: loaded + failed, total: channels.length };
  });

  /** What is being downloaded: the model, or all tasks together. */
  readonly download: Download | null = $derived.by(() => {
    const { engine, desk } = this.#sources;
    if (engine.download) return engine.download;
    const isOn = desk.channels.some(({ task, download }) => download || task);
    const isMissing = desk.channels.some(({ task, error }) => !task && !error);
    if (!isOn || !isMissing) return null;
    let loadedBytes = 0;
    let totalBytes = 0;
    for (const { travelBytes, task, download } of desk.channels) {
      const share = task ? 1 : download ? download.loadedBytes / download.totalBytes : 0;
      totalBytes += travelBytes;
      loadedBytes += share * travelBytes;
    }
    return { loadedBytes, totalBytes };
  });

  /** What is going on: loading first, then the phase of the run. */
  readonly statusWords: string = $derived.by(() => {
    const { engine, bench } = this.#sources;
    const { phase } = engine;
    if (bench.isRunning) return t.transport.measuring;
    if (phase === 'off') return t.engine.off;
    if (phase === 'failed') return t.engine.failed;
    if (phase === 'startingEngine') return t.engine.starting;
    if (phase === 'loadingModel') return t.engine.loadingModel;
    const { loaded, total } = this.taskLoading;
    if (!this.isBusy && loaded < total) return t.transport.loadingTasks(loaded, total);
    if (!this.isBusy && this.run?.outcome === 'early') return t.transport.endedEarly;
    if (!this.isBusy && this.share >= 1) return t.transport.done;
    return t.transport.status[this.status];
  });

  /** How much of it: megabytes, pieces of a phase, or the time left. */
  readonly detail: string = $derived.by(() => {
    const { download, run, status } = this;
    if (download) {
      const { loadedBytes, totalBytes } = download;
      return totalBytes > 0 ? t.transport.megabytes(loadedBytes, totalBytes) : '';
    }
    if (!run || !this.isLive) return '';
    // Once there is a time left it stays: scorings come and go too quickly for pieces to be read.
    if (this.#eta?.runId === run.runId) return t.transport.left(this.#eta.leftMs);
    const { done, total } = run.progress;
    return status === 'evaluating' && total > 0 ? t.transport.phaseOf(done, total) : '';
  });

  /** Of the bar, 0–1; null while nothing can be counted. */
  readonly barShare: number | null = $derived.by(() => {
    const { download, run, lastStep } = this;
    if (download) return download.loadedBytes / Math.max(1, download.totalBytes);
    if (this.#sources.engine.phase === 'startingEngine' || this.status === 'waiting') return null;
    if (run && !lastStep && run.progress.total > 0) return run.progress.done / run.progress.total;
    return this.share;
  });

  /** The run's record has grown. */
  update(nowMs: number): void {
    const { run } = this;
    const leftMs = run
      ? timeLeftMs(run, evaluationPlan(run.plan.settings, run.taskIds.length))
      : null;
    if (run && leftMs !== null) {
      const before = this.#eta?.runId === run.runId ? this.#eta : null;
      this.#eta = { ...nextEta(before, leftMs, nowMs), runId: run.runId };
    }
  }
}

/** The phase of a run that the worker has; before its first word it waits. */
function phaseOf(run: RunRecord | null): RunStatus {
  return run && isPhase(run.status) ? run.status : 'waiting';
}

const phases: readonly RunPhase[] = ['preparing', 'training', 'evaluating', 'paused'];
const isPhase = (status: RunRecord['status']): status is RunPhase =>
  phases.some((phase) => phase === status);
