import { type ErrorInfo, type Result, toErrorInfo } from '../../core/errors.ts';
import { modelNames, type ModelName } from '../../core/models.ts';
import type {
  BackendName,
  Download,
  EngineFlags,
  TrainEvent,
  TrainRequest,
  Weights,
} from '../../core/protocol/index.ts';
import { settingsFromLink } from '../../core/settings/link.ts';
import { settingsTable } from '../../core/settings/table.ts';
import { t } from '../i18n/texts.ts';
import type { TrainedBy } from './answer.svelte.ts';
import { fetchListings, readOwnFile, type TaskBundle } from './datasets.ts';
import type { Desk } from './desk.svelte.ts';
import type { NextBatch } from './nextBatch.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { newRunId } from './newRunId.ts';
import type { Question } from './question.svelte.ts';
import { runName } from './runName.ts';
import type { Runs } from './runs.svelte.ts';
import type { Trainer } from './trainer.svelte.ts';
import type { TryIt } from './tryIt.svelte.ts';

export const backendChoices = ['auto', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendChoice = BackendName | 'auto';

interface Parts {
  readonly desk: Desk;
  readonly runs: Runs;
  readonly trainer: Trainer;
  readonly tryIt: TryIt;
  readonly nextBatch: NextBatch;
  readonly notices: Notices;
  readonly question: Question;
}

const announceEveryMs = 10_000;
const redrawEveryMs = 200;
const levelsRestMs = 250;

/** What happens when something is pressed: the moves that concern more than one part of the state. */
export class Session {
  backend = $state<BackendChoice>('auto');
  startFrom = $state<Weights>('base');
  /** Spoken by screen readers, politely and not too often. */
  announcement = $state('');
  #flags: EngineFlags = {};
  #liveRate = $state<number | null>(null);
  /** The faders as the run knows them. */
  #levelsInUse = '';
  #announcedAt = 0;
  #pending: TrainEvent[] = [];
  #flushTimer: ReturnType<typeof setTimeout> | null = null;
  #bundles: readonly TaskBundle[] = [];
  #taskLoading: Promise<boolean> | null = null;
  #levelsTimer: ReturnType<typeof setTimeout> | null = null;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly taskLoading = $derived.by(() => {
    const { channels } = this.#parts.desk;
    const loaded = channels.filter((channel) => channel.task !== null).length;
    const failed = channels.filter((channel) => channel.error !== null).length;
    return { loaded: loaded + failed, total: channels.length };
  });

  /** What is being downloaded: the model, or all tasks together. */
  readonly download: Download | null = $derived.by(() => {
    const { trainer, desk } = this.#parts;
    if (trainer.download) return trainer.download;
    if (!desk.channels.some((channel) => channel.download)) return null;
    let loadedBytes = 0;
    let totalBytes = 0;
    for (const { travelBytes, task, download } of desk.channels) {
      const share = task ? 1 : download ? download.loadedBytes / download.totalBytes : 0;
      totalBytes += travelBytes;
      loadedBytes += share * travelBytes;
    }
    return { loadedBytes, totalBytes };
  });

  /** The peak learning rate: of the run while one is on, else of the next. */
  readonly learningRate: number = $derived.by(() => {
    const asked = this.#parts.desk.settings.learningRate;
    return this.#parts.trainer.isBusy ? (this.#liveRate ?? asked) : asked;
  });

  /**
   * First load: `?backend=`, `?model=`, `?set.<setting>=`, `?precision=` and `?subgroups=` override what
   * is remembered, chosen or measured by itself.
   */
  async begin(params: URLSearchParams): Promise<void> {
    const backend = backendChoices.find((choice) => choice === params.get('backend'));
    const model = modelNames.find((name) => name === params.get('model'));
    this.#flags = engineFlags(params);
    if (backend) this.backend = backend;
    if (model) this.#parts.desk.useModelForVisit(model);
    const linked = settingsFromLink(settingsTable, params);
    this.#parts.desk.useSettingsForVisit(linked.values);
    for (const error of linked.errors) this.#parts.notices.error(toErrorInfo(error));
    if (!isSecureContext) this.#parts.notices.done(t.engine.insecure, t.engine.insecureHelp);
    const engine = this.startEngine();
    await this.loadListings();
    if (await engine) await this.loadTasks();
  }

  async loadListings(): Promise<void> {
    const listings = await fetchListings(document.baseURI);
    if (!listings.ok) {
      this.#parts.notices.error(listings.error, {
        label: t.desk.retry,
        run: () => void this.loadListings().then(() => this.loadTasks()),
      });
      return;
    }
    this.#bundles = listings.value.bundles;
    for (const listing of listings.value.tasks) this.#parts.desk.add(listing);
  }

  /** Starts a fresh engine on the chosen backend; what the old one held must be loaded again. */
  async startEngine(): Promise<boolean> {
    const { trainer, desk, tryIt } = this.#parts;
    for (const channel of desk.channels) channel.task = null;
    tryIt.clearAnswers();
    this.startFrom = 'base';
    const { modelName } = desk;
    const isReady = await trainer.start({
      backend: this.backend,
      flags: this.#flags,
      modelName,
      baseUrl: document.baseURI,
    });
    if (trainer.engineError) this.#engineFailed(trainer.engineError);
    return isReady;
  }

  #engineFailed(error: ErrorInfo): void {
    this.#parts.notices.error(error, { label: t.engine.restart, run: () => void this.restart() });
  }

  async restart(backend: BackendChoice = this.backend): Promise<void> {
    if (!(await this.#mayLoseTuned(t.engine.restart))) return;
    this.backend = backend;
    if (await this.startEngine()) await this.loadTasks();
  }

  async changeModel(name: ModelName): Promise<void> {
    const { desk, trainer, tryIt, notices } = this.#parts;
    if (!(await this.#mayLoseTuned(t.engine.changeTo(name)))) return;
    desk.chooseModel(name);
    this.startFrom = 'base';
    tryIt.clearAnswers();
    const isReady = await trainer.changeModel(document.baseURI, name);
    if (!isReady && trainer.engineError) notices.error(trainer.engineError);
  }

  /** Tuned weights live in the engine, for the model that it holds: asks before they go. */
  async #mayLoseTuned(deed: string): Promise<boolean> {
    const { trainer, desk, runs, question } = this.#parts;
    if (!trainer.hasTuned) return true;
    const run = runs.current?.name ?? '';
    return question.ask({ ...t.engine.loseTuned(desk.modelName, run), yes: deed });
  }

  /** All channels' tasks; callers that come while it runs share the one loading. */
  loadTasks(): Promise<boolean> {
    const { trainer, desk, tryIt } = this.#parts;
    this.#taskLoading ??= trainer.loadTasks(desk.channels, this.#bundles).finally(() => {
      this.#taskLoading = null;
      const first = desk.channels.find((channel) => channel.task)?.task;
      if (first && !tryIt.task && tryIt.instruction === '') tryIt.choose(first);
      this.#tellNotLoaded();
    });
    return this.#taskLoading;
  }

  #tellNotLoaded(): void {
    const { desk, notices } = this.#parts;
    const failed = desk.channels.filter(({ error }) => error !== null);
    const first = failed[0]?.error;
    if (!first) return;
    const names = failed.map(({ name }) => name);
    notices.error(
      { code: first.code, message: t.desk.notLoadedOf(names), hint: first.message },
      { label: t.desk.retry, run: () => void this.loadTasks() },
    );
  }

  /** The big button, and the Space key. */
  async pressMain(): Promise<void> {
    const { trainer } = this.#parts;
    if (trainer.status === 'idle') await this.train();
    else this.#tell(await trainer.togglePause());
  }

  async stepOnce(): Promise<void> {
    this.#tell(await this.#parts.trainer.stepOnce());
  }

  async stop(): Promise<void> {
    this.#tell(await this.#parts.trainer.stop());
  }

  async train(): Promise<void> {
    const { trainer, runs, desk, tryIt, notices } = this.#parts;
    if (trainer.isBusy || trainer.enginePhase === 'failed') return;
    notices.clear();
    const runId = newRunId();
    this.#liveRate = null;
    const request = (): TrainRequest => ({
      runId,
      settings: desk.settings,
      channels: desk.levels.filter(({ taskId }) => desk.channel(taskId)?.task),
      startFrom: trainer.weightsFor(this.startFrom),
    });
    const result = await trainer.train(
      () => this.loadTasks().then(() => desk.channels.some((channel) => channel.task)),
      () => {
        runs.open(runId, runName(runId, runs.records.length + 1));
        tryIt.clearTuned();
        const asked = request();
        desk.followRun(asked.channels.map(({ taskId }) => taskId));
        this.#levelsInUse = JSON.stringify(desk.levels);
        return asked;
      },
      (events) => this.#onEvents(events),
    );
    desk.followRun(null);
    this.#flush();
    if (result.ok) return;
    if (trainer.engineError) this.#engineFailed(trainer.engineError);
    else notices.error(result.error);
  }

  /** Events reach the curves at most five times a second, but the last ones always. */
  #onEvents(events: readonly TrainEvent[]): void {
    this.#pending.push(...events);
    const finished = events.find((event) => event.type === 'finished');
    if (finished) this.#flush();
    this.#flushTimer ??= setTimeout(() => this.#flush(), redrawEveryMs);
    if (finished) this.#tellFinished(finished.reason);
    this.#announce();
  }

  #flush(): void {
    if (this.#flushTimer !== null) clearTimeout(this.#flushTimer);
    this.#flushTimer = null;
    if (this.#pending.length === 0) return;
    this.#parts.runs.apply(this.#pending);
    this.#pending = [];
  }

  #tellFinished(reason: 'completed' | 'stopped'): void {
    const { runs, notices, trainer } = this.#parts;
    const name = runs.current?.name ?? '';
    const words = reason === 'completed' ? t.app.finished(name) : t.app.stopped(name);
    notices.done(words, trainer.hasTuned ? t.app.tryNow : '');
  }

  #announce(): void {
    const { trainer } = this.#parts;
    const now = performance.now();
    if (now - this.#announcedAt < announceEveryMs) return;
    this.#announcedAt = now;
    this.announcement = t.transport.announce(
      t.transport.status[trainer.status],
      trainer.share * 100,
    );
  }

  async setLearningRate(rate: number): Promise<void> {
    const { trainer, desk } = this.#parts;
    if (!trainer.isBusy || !trainer.api) {
      desk.setSetting('learningRate', rate);
      return;
    }
    this.#liveRate = rate;
    this.#tell(await trainer.api.changeSetting('learningRate', rate));
  }

  /** Faders moved during a run reach it a moment after the hand has come to rest. */
  sendLevels(): void {
    if (this.#levelsTimer !== null) clearTimeout(this.#levelsTimer);
    this.#levelsTimer = setTimeout(() => void this.#sendLevels(), levelsRestMs);
  }

  async #sendLevels(): Promise<void> {
    const { trainer, desk } = this.#parts;
    const asked = JSON.stringify(desk.levels);
    const isOn = trainer.isBusy && trainer.status !== 'waiting' && trainer.status !== 'stopping';
    if (!isOn || !desk.hasMix || !trainer.api || asked === this.#levelsInUse) return;
    this.#levelsInUse = asked;
    this.#tell(await trainer.api.setChannels(desk.levels));
  }

  /** Dropped or chosen files, one by one; a bad one is told about and changes nothing. */
  async addFiles(files: Iterable<File>): Promise<void> {
    this.#parts.notices.clear();
    for (const file of files) await this.#addFile(file);
  }

  async #addFile(file: File): Promise<void> {
    const { trainer, desk, notices } = this.#parts;
    const source = await readOwnFile(file);
    if (!source.ok) return notices.error(source.error);
    const result = await trainer.readTask(source.value);
    if (!result.ok) return notices.error(result.error);
    const task = result.value;
    const { id, name, cluster, metric } = task;
    const channel = desk.add({
      id,
      name,
      cluster,
      metric,
      size: task.counts.train,
      source: source.value,
    });
    channel.task = task;
    const size = t.app.addedSize(task.counts.train, task.licence);
    const when = desk.isForNextRun(channel)
      ? t.app.fromNextRun
      : desk.isInRun(id)
        ? t.app.keepsVersion
        : '';
    notices.done(t.app.added(name), `${size} ${when}`.trim());
  }

  async removeChannel(id: string): Promise<void> {
    const { trainer, desk, tryIt } = this.#parts;
    desk.remove(id);
    if (tryIt.task?.id === id) tryIt.writeOwn();
    if (trainer.api) this.#tell(await trainer.api.removeTask(id));
  }

  async ask(): Promise<void> {
    const { trainer, tryIt } = this.#parts;
    if (!trainer.api || !trainer.isReady) return;
    await tryIt.ask(trainer.api, trainer.hasTuned ? ['base', 'tuned'] : ['base'], () =>
      this.#trainedBy(),
    );
  }

  /** Where the tuned weights come from, as they are now. */
  #trainedBy(): TrainedBy | null {
    const run = this.#parts.runs.startedLast;
    return run && { runName: run.name, step: run.steps.at(-1)?.step ?? 0 };
  }

  async previewBatch(): Promise<void> {
    const { trainer, desk, nextBatch } = this.#parts;
    const isLoaded = desk.channels.some((channel) => channel.task);
    if (!trainer.api || !trainer.isReady || !isLoaded || !desk.hasMix) return;
    await nextBatch.refresh(trainer.api, desk.settings, desk.levels);
  }

  #tell(result: Result<unknown>): void {
    if (!result.ok) this.#parts.notices.error(result.error);
  }
}

/** `?precision=fp32|fp16` and `?subgroups=off`; without them the engine measures. */
function engineFlags(params: URLSearchParams): EngineFlags {
  const precision = params.get('precision');
  return {
    ...((precision === 'fp32' || precision === 'fp16') && { precision }),
    ...(params.get('subgroups') === 'off' && { subgroups: false }),
  };
}
