import { AppError } from '../../src/core/errors.ts';
import type {
  BackendName,
  Download,
  EngineInfo,
  ModelInfo,
  TaskSource,
  Weights,
} from '../../src/core/protocol.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { startEngine } from '../backend/startEngine.ts';
import { loadModel } from '../data/loadModel.ts';
import type { LoadedModel } from '../data/loadModel.ts';
import { loadTask } from '../data/loadTask.ts';
import type { Generator } from '../generation/generate.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import { disposeState } from '../loop/trainState.ts';
import type { TrainState } from '../loop/trainState.ts';
import type { ModelWeights } from '../model/weights.ts';
import { createLock } from './lock.ts';
import type { Lock } from './lock.ts';
import type { Run } from './run.ts';

/** What the worker holds between two calls: engine, model, tasks, the run on its way. */
export interface Session {
  /** Taken for each piece of work on the device. */
  readonly lock: Lock;
  readonly tasks: Map<string, Task>;
  readonly run: Run | undefined;
  startEngine(backend: BackendName | 'auto'): Promise<EngineInfo>;
  loadModel(
    folder: string,
    name: string,
    onProgress: (download: Download) => void,
  ): Promise<ModelInfo>;
  addTask(source: TaskSource, onProgress: (download: Download) => void): Promise<Task>;
  startRun(context: TrainContext): void;
  endRun(): void;
  weightsOf(which: Weights): ModelWeights;
  generator(which: Weights): Generator;
  needEngine(): EngineInfo;
  needModel(): LoadedModel;
  needRun(): Run;
  /** @throws AppError 'not-ready' while a run is on its way. */
  needIdle(): void;
}

export function createSession(): Session {
  let engine: EngineInfo | undefined;
  let loaded: LoadedModel | undefined;
  let current: TrainContext | undefined;
  let tuned: TrainState | undefined;
  let lost: AppError | undefined;
  const tasks = new Map<string, Task>();

  const dropTuned = (): void => {
    if (tuned) disposeState(tuned);
    tuned = undefined;
  };
  const dropModel = (): void => {
    dropTuned();
    loaded?.base.dispose();
    loaded?.model.dispose();
    loaded = undefined;
  };
  const onLost = (message: string): void => {
    lost = new AppError('engine-failed', message, 'Reload the page, or add ?backend=wasm.');
    if (current) {
      current.run.failure = lost;
      current.run.gate.stop();
    }
  };
  const session: Session = {
    lock: createLock(),
    tasks,
    get run() {
      return current?.run;
    },
    async startEngine(backend) {
      session.needIdle();
      if (engine && !lost && engine.backend === backend) return engine;
      dropModel();
      lost = undefined;
      engine = await startEngine(backend, onLost);
      return engine;
    },
    async loadModel(folder, name, onProgress) {
      session.needEngine();
      session.needIdle();
      const next = await loadModel(folder, name, onProgress);
      dropModel();
      loaded = next;
      return next.info;
    },
    async addTask(source, onProgress) {
      const task = await loadTask(source, onProgress);
      const named = { ...task, id: freeId(task, tasks) };
      tasks.set(named.id, named);
      return named;
    },
    startRun(context) {
      current = context;
    },
    endRun() {
      dropTuned();
      tuned = current?.state;
      current = undefined;
    },
    weightsOf(which) {
      if (which === 'base') return session.needModel().base;
      const state = current?.state ?? tuned;
      if (state) return state.weights;
      throw notReady('Nothing has been tuned yet', 'Train first, or choose the base model.');
    },
    generator(which) {
      const { model, tokenizer } = session.needModel();
      return { model, tokenizer, params: session.weightsOf(which).params };
    },
    needEngine() {
      if (lost) throw lost;
      if (engine) return engine;
      throw notReady('The engine has not been started', 'Call startEngine first.');
    },
    needModel() {
      session.needEngine();
      if (loaded) return loaded;
      throw notReady('No model is loaded', 'Load a model first.');
    },
    needRun() {
      if (current) return current.run;
      throw notReady('No run is on its way', 'Start training first.');
    },
    needIdle() {
      if (current) throw notReady('A run is on its way', 'Stop it first.');
    },
  };
  return session;
}

/** A dropped file may replace its own earlier version, but never another task. */
function freeId({ id, origin }: Task, tasks: ReadonlyMap<string, Task>): string {
  const isFree = (name: string): boolean => (tasks.get(name)?.origin ?? origin) === origin;
  let name = id;
  for (let n = 2; !isFree(name); n++) name = `${id}-${n}`;
  return name;
}

const notReady = (what: string, hint: string): AppError => new AppError('not-ready', what, hint);
