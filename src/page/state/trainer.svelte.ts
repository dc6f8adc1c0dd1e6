import { estimateLeftMs, nextEta, type Eta } from '../../core/analysis/eta.ts';
import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { ModelName } from '../../core/models.ts';
import type {
  BackendName,
  Download,
  EngineInfo,
  EngineFlags,
  ModelInfo,
  RunPhase,
  TaskInfo,
  TrainEvent,
  TrainerApi,
  TrainRequest,
  Weights,
} from '../../core/protocol/index.ts';
import type { TrainerClient } from '../bridge/trainerClient.ts';
import { untilSettled } from '../bridge/untilSettled.ts';
import type { Channel } from './channel.svelte.ts';
import type { TaskBundle } from './datasets.ts';
import { loadTasks } from './loadTasks.ts';

export type EnginePhase = 'off' | 'startingEngine' | 'loadingModel' | 'ready' | 'failed';
/** `waiting`: Train was pressed, and engine, model or tasks are still on their way. */
export type RunStatus = 'idle' | 'waiting' | RunPhase | 'stopping';
export type StepEvent = Extract<TrainEvent, { type: 'step' }>;

export interface EngineChoice {
  readonly backend: BackendName | 'auto';
  readonly flags: EngineFlags;
  readonly modelName: ModelName;
  readonly baseUrl: string;
}

/** The engine and what it is doing now; what it has done is in `Runs`. */
export class Trainer {
  enginePhase = $state<EnginePhase>('off');
  engine = $state.raw<EngineInfo | null>(null);
  model = $state.raw<ModelInfo | null>(null);
  /** The model's download, while it lasts. */
  download = $state.raw<Download | null>(null);
  engineError = $state.raw<ErrorInfo | null>(null);
  status = $state<RunStatus>('idle');
  /** Of a phase that counts something: evaluated tasks, prepared batches. */
  phaseProgress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  lastStep = $state.raw<StepEvent | null>(null);
  nSteps = $state(0);
  eta = $state.raw<Eta | null>(null);
  hasTuned = $state(false);

  readonly isBusy: boolean = $derived(this.status !== 'idle');
  readonly isReady: boolean = $derived(this.enginePhase === 'ready');
  readonly share: number = $derived(
    this.nSteps > 0 && this.lastStep ? Math.min(1, this.lastStep.step / this.nSteps) : 0,
  );

  #client: TrainerClient | null = null;
  #ready: Promise<boolean> = Promise.resolve(false);
  /** Counts presses of Train: one that was stopped while it waited must not start later. */
  #attempt = 0;
  readonly #createClient: () => TrainerClient;
  readonly #now: () => number;

  constructor(createClient: () => TrainerClient, now: () => number) {
    this.#createClient = createClient;
    this.#now = now;
  }

  /** The worker's methods, or null before the first start. */
  get api(): TrainerApi | null {
    return this.#client?.api ?? null;
  }

  /** Starts a fresh worker with this backend and model. Resolves to whether it is ready. */
  start(choice: EngineChoice): Promise<boolean> {
    this.#client?.terminate();
    const client = this.#createClient();
    this.#client = client;
    this.status = 'idle';
    this.hasTuned = false;
    this.engine = null;
    this.model = null;
    this.engineError = null;
    void client.ended.then((error) => this.#onEnded(client, error));
    this.#ready = this.#startUp(client, choice);
    return this.#ready;
  }

  /** Puts another model into the running engine. */
  changeModel(baseUrl: string, modelName: ModelName): Promise<boolean> {
    const client = this.#client;
    if (!client) return Promise.resolve(false);
    this.hasTuned = false;
    this.#ready = this.#loadModel(client, baseUrl, modelName);
    return this.#ready;
  }

  async #startUp(client: TrainerClient, choice: EngineChoice): Promise<boolean> {
    this.enginePhase = 'startingEngine';
    const engine = await client.api.startEngine(choice.backend, choice.flags);
    if (client !== this.#client) return false;
    if (!engine.ok) return this.#fail(engine.error);
    this.engine = engine.value;
    return this.#loadModel(client, choice.baseUrl, choice.modelName);
  }

  async #loadModel(client: TrainerClient, baseUrl: string, name: ModelName): Promise<boolean> {
    this.enginePhase = 'loadingModel';
    this.model = null;
    const model = await untilSettled(
      (download: Download) => {
        if (client === this.#client) this.download = download;
      },
      (report) => client.api.loadModel(baseUrl, name, report),
    );
    if (client !== this.#client) return false;
    this.download = null;
    if (!model.ok) return this.#fail(model.error);
    this.model = model.value;
    this.enginePhase = 'ready';
    return true;
  }

  #fail(error: ErrorInfo): false {
    this.enginePhase = 'failed';
    this.download = null;
    this.engineError = error;
    return false;
  }

  #onEnded(client: TrainerClient, error: ErrorInfo): void {
    if (client !== this.#client) return;
    this.#fail(error);
    this.status = 'idle';
    this.hasTuned = false;
  }

  /** Loads the channels' tasks that are not loaded yet; false when any of them failed. */
  async loadTasks(channels: readonly Channel[], bundles: readonly TaskBundle[]): Promise<boolean> {
    const { api } = this;
    return api !== null && loadTasks(api, channels, bundles, () => api === this.api);
  }

  /** Reads a dropped file in the worker; the desk gets a channel only when this succeeds. */
  async readTask(source: Channel['source']): Promise<Result<TaskInfo>> {
    if (!this.api || !(await this.#ready)) {
      return { ok: false, error: notReady };
    }
    return this.api.loadTask(source, () => undefined);
  }

  /**
   * Trains one run to its end. `prepare` brings the tasks; the request is asked for after it, so
   * that it holds the faders as they are when training really starts.
   */
  async train(
    prepare: () => Promise<boolean>,
    request: () => TrainRequest,
    onEvents: (events: readonly TrainEvent[]) => void,
  ): Promise<Result<null>> {
    if (this.isBusy) return { ok: true, value: null };
    this.#resetProgress();
    this.status = 'waiting';
    const attempt = ++this.#attempt;
    const isReady = (await this.#ready) && (await prepare());
    if (attempt !== this.#attempt) return { ok: true, value: null };
    if (!isReady || !this.api) {
      this.status = 'idle';
      return { ok: true, value: null };
    }
    const result = await this.api.train(request(), (events) => {
      for (const event of events) this.#apply(event);
      onEvents(events);
    });
    this.status = 'idle';
    this.phaseProgress = null;
    return result;
  }

  #resetProgress(): void {
    this.lastStep = null;
    this.nSteps = 0;
    this.eta = null;
    this.phaseProgress = null;
  }

  #apply(event: TrainEvent): void {
    if (event.type === 'started') {
      this.nSteps = event.nSteps;
    } else if (event.type === 'phase') {
      if (this.status !== 'stopping') this.status = event.phase;
      this.phaseProgress = event.total > 0 ? { done: event.done, total: event.total } : null;
    } else if (event.type === 'step') {
      this.lastStep = event;
      this.hasTuned = true;
      const estimate = estimateLeftMs(event.step, this.nSteps, event.elapsedMs);
      if (estimate !== null) this.eta = nextEta(this.eta, estimate, this.#now());
    }
  }

  /** The one Space key: pause what runs, carry on what is paused. */
  async togglePause(): Promise<Result<null>> {
    if (!this.api) return { ok: false, error: notReady };
    return this.status === 'paused' ? this.api.resume() : this.api.pause();
  }

  async stepOnce(): Promise<Result<null>> {
    return this.api ? this.api.stepOnce() : { ok: false, error: notReady };
  }

  async stop(): Promise<Result<null>> {
    const wasWaiting = this.status === 'waiting';
    if (wasWaiting) this.#attempt += 1;
    this.status = wasWaiting ? 'idle' : 'stopping';
    if (wasWaiting || !this.api) return { ok: true, value: null };
    return this.api.stop();
  }

  /** What training can start from when the visitor has no wish: carry on if there is something. */
  weightsFor(wish: Weights): Weights {
    return this.hasTuned ? wish : 'base';
  }
}

const notReady: ErrorInfo = {
  code: 'not-ready',
  message: 'The engine is not ready yet.',
  hint: 'Wait until the model is loaded, then try again.',
};
