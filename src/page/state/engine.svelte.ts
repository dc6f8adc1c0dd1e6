import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { ModelName } from '../../core/models.ts';
import type {
  BackendName,
  Download,
  EngineFlags,
  FileSource,
  HubSource,
  EngineInfo,
  ModelInfo,
  ReadProgress,
  RunId,
  TaskInfo,
  TrainerApi,
} from '../../core/protocol/index.ts';
import type { TrainerClient } from '../bridge/trainerClient.ts';
import { untilSettled } from '../bridge/untilSettled.ts';

export const backendChoices = ['auto', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendChoice = BackendName | 'auto';
export type EnginePhase = 'off' | 'startingEngine' | 'loadingModel' | 'ready' | 'failed';

/** The engine and what it holds; what it trains is in `Runs`. */
export class Engine {
  /** Asked for; what runs is in `info`. */
  backend = $state<BackendChoice>('auto');
  flags: EngineFlags = {};
  phase = $state<EnginePhase>('off');
  info = $state.raw<EngineInfo | null>(null);
  model = $state.raw<ModelInfo | null>(null);
  /** The model's download, while it lasts. */
  download = $state.raw<Download | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  /** The run whose weights are the tuned ones; null when nothing has been tuned. */
  tunedBy = $state<RunId | null>(null);

  /** It has not answered for so long that it may hang. */
  isSilent = $state(false);

  readonly hasTuned: boolean = $derived(this.tunedBy !== null);
  readonly isReady: boolean = $derived(this.phase === 'ready');

  #client: TrainerClient | null = null;
  #ready: Promise<boolean> = Promise.resolve(false);
  readonly #createClient: () => TrainerClient;

  constructor(createClient: () => TrainerClient) {
    this.#createClient = createClient;
  }

  /** The worker's methods, or null before the first start. */
  get api(): TrainerApi | null {
    return this.#client?.api ?? null;
  }

  /** Whether engine and model are ready, once what is under way has ended. */
  get ready(): Promise<boolean> {
    return this.#ready;
  }

  /** Starts a fresh worker with this model. Resolves to whether it is ready. */
  start(baseUrl: string, modelName: ModelName): Promise<boolean> {
    this.#client?.terminate();
    const client = this.#createClient();
    this.#client = client;
    this.tunedBy = null;
    this.info = null;
    this.model = null;
    this.error = null;
    this.isSilent = false;
    client.watch((isSilent) => {
      if (client === this.#client) this.isSilent = isSilent;
    });
    void client.ended.then((error) => this.#onEnded(client, error));
    this.#ready = this.#startUp(client, baseUrl, modelName);
    return this.#ready;
  }

  /** Puts another model into the running engine. */
  changeModel(baseUrl: string, modelName: ModelName): Promise<boolean> {
    const client = this.#client;
    if (!client) return Promise.resolve(false);
    this.tunedBy = null;
    this.#ready = this.#loadModel(client, baseUrl, modelName);
    return this.#ready;
  }

  async #startUp(client: TrainerClient, baseUrl: string, name: ModelName): Promise<boolean> {
    this.phase = 'startingEngine';
    const info = await client.api.startEngine(this.backend, this.flags);
    if (client !== this.#client) return false;
    if (!info.ok) return this.#fail(info.error);
    this.info = info.value;
    return this.#loadModel(client, baseUrl, name);
  }

  async #loadModel(client: TrainerClient, baseUrl: string, name: ModelName): Promise<boolean> {
    this.phase = 'loadingModel';
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
    this.phase = 'ready';
    return true;
  }

  #fail(error: ErrorInfo): false {
    this.phase = 'failed';
    this.download = null;
    this.error = error;
    return false;
  }

  #onEnded(client: TrainerClient, error: ErrorInfo): void {
    if (client !== this.#client) return;
    this.#fail(error);
    this.isSilent = false;
    this.tunedBy = null;
  }

  /** Reads own data in the worker; the desk gets a channel only when this succeeds. */
  async readOwn(
    source: FileSource | HubSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<Result<readonly TaskInfo[]>> {
    const isReady = await this.#ready;
    if (!this.api || !isReady) return { ok: false, error: notReady };
    return source.kind === 'file'
      ? this.api.loadFile(source, onProgress)
      : this.api.loadHub(source, onProgress);
  }
}

export const notReady: ErrorInfo = { code: 'not-ready', key: 'engineNotReady', values: {} };
