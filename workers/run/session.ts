import {
  type CheckpointStore,
  createCheckpointStore,
} from '../../src/core/checkpoints/checkpointStore.ts';
import type { Shelf } from '../../src/core/checkpoints/shelf.ts';
import { AppError, type Result } from '../../src/core/errors.ts';
import type {
  BackendName,
  BuiltInSource,
  BundleSource,
  Download,
  EngineFlags,
  EngineInfo,
  FileSource,
  HubSource,
  ModelInfo,
  ReadProgress,
  RunId,
  Weights,
} from '../../src/core/protocol/index.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';
import type { RehearsalText } from '../../src/core/rehearsal/rehearsal.ts';
import { noRehearsal, type Rehearsal } from '../../src/core/rehearsal/rehearsalRows.ts';
import { heldOutBatch } from '../../src/core/batch/heldOutBatch.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import { chanceLevel } from '../../src/core/tasks/chanceLevel.ts';
import { taskIdOf } from '../../src/core/tasks/taskId.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { formatNamed, type InstructionFormatName } from '../../src/core/render/index.ts';
import type { FitCounts } from '../../src/core/tokens/fitCounts.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import { startEngine } from '../backend/startEngine.ts';
import type { Keeper } from '../checkpoint/keeper.ts';
import { createOpfsShelf } from '../checkpoint/opfsShelf.ts';
import type { Lists } from '../lists/lists.ts';
import { loadModel } from '../data/loadModel.ts';
import type { LoadedModel } from '../data/loadModel.ts';
import { loadHeldOutTexts } from '../data/loadHeldOutTexts.ts';
import { loadRehearsal } from '../data/loadRehearsal.ts';
import { blobsContent } from '../data/blobContent.ts';
import { digestOf, digestOfBlob } from '../data/download.ts';
import { FileReading } from '../data/fileReading.ts';
import { loadBundle } from '../data/loadBundle.ts';
import { forgetHub, loadHub } from '../data/loadHub.ts';
import { loadTask } from '../data/loadTask.ts';
import type { LoadedTask } from '../data/loadTask.ts';
import type { Generator } from '../generation/generate.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import { createGate, type Gate } from '../loop/gate.ts';
import { disposeState } from '../loop/trainState.ts';
import type { Adapters } from '../model/adapters.ts';
import type { Arena } from '../memory/arena.ts';
import { weightsOf } from '../model/model.ts';
import type { Params } from '../model/params.ts';
import { type ModelWeights, type Trainable, weightsIn } from '../model/weights.ts';
import { TaskCache } from './taskCache.ts';
import { createLock } from '../thread/lock.ts';
import type { Run } from '../loop/run.ts';

/**
 * What the worker holds between two calls: engine, model, tasks, tuned weights, the run on its way.
 * Its `need…` methods throw AppError 'not-ready' when the thing is not there.
 */
export class Session {
  /** Taken for each piece of work on the device. */
  readonly lock = createLock();
  readonly tasks = new Map<string, LoadedTask>();
  /** Of the loaded model. */
  readonly fits = new TaskCache<FitCounts>();
  readonly openTokens = new TaskCache<readonly number[]>();
  private engine: EngineInfo | undefined;
  private loaded: LoadedModel | undefined;
  /** Of the run that is being set up or on its way: what is pressed meanwhile is kept here. */
  private openGate: Gate | undefined;
  private current: TrainContext | undefined;
  private tuned: ModelWeights | undefined;
  /** Of the same run, where its best evaluation was not its last state. */
  private best: ModelWeights | undefined;
  /** The run that left the tuned weights. */
  private tunedBy: RunId | undefined;
  private lost: AppError | undefined;
  private siteUrl = '';
  private texts: Promise<RehearsalText[]> | undefined;
  private heldOut: Promise<string[] | null> | undefined;
  /** Of own data, under way. */
  private readonly readings = new Set<FileReading>();

  /** Where runs on their way are kept. */
  store: CheckpointStore;

  constructor(
    readonly lists: Lists,
    shelf: Shelf = createOpfsShelf('checkpoints'),
  ) {
    this.store = createCheckpointStore(shelf, digestOf);
  }

  get run(): Run | undefined {
    return this.current?.run;
  }

  async startEngine(backend: BackendName | 'auto', flags: EngineFlags = {}): Promise<EngineInfo> {
    this.needIdle();
    if (this.engine && !this.lost && this.engine.backend === backend) return this.engine;
    this.dropModel();
    this.lost = undefined;
    this.engine = await startEngine(backend, (lost) => this.loseEngine(lost), flags);
    return this.engine;
  }

  async loadModel(
    siteUrl: string,
    name: string,
    onProgress: (download: Download) => void,
  ): Promise<ModelInfo> {
    this.needEngine();
    const folder = new URL(`models/${name}/`, siteUrl).href;
    const next = await loadModel(folder, name, onProgress, this.lists.families);
    this.needIdle();
    this.dropModel();
    this.loaded = next;
    this.siteUrl = siteUrl;
    return next.info;
  }

  async addTask(
    source: BuiltInSource,
    onProgress: (download: Download) => void,
  ): Promise<LoadedTask> {
    return this.keep(await loadTask(source, this.lists, onProgress));
  }

  /** All tasks of a dropped file. */
  async addFile(
    { fileName, file, beside = [], officialSplit, reservedIds, replaces, mapping }: FileSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<LoadedTask[]> {
    return this.read(new FileReading(fileName, file.size, onProgress), async (reading) => {
      const content = {
        ...(await blobsContent({ fileName, file }, beside, reading.bytes)),
        ...(officialSplit && { officialSplit }),
      };
      const read = await readTaskFile(content, fileName, this.lists, {
        watch: reading.rows,
        ...(mapping && { mapping }),
      });
      const sha256 = await digestOfBlob(
        beside.length === 0 ? file : new Blob([file, ...beside.map((one) => one.file)]),
      );
      if (replaces !== undefined) this.tasks.delete(replaces);
      return read.tasks.map((task, i) => {
        const report = read.ownReports?.[i] ?? read.report;
        const chance = chanceLevel(task, metricNamed(task.metric, this.lists.metrics));
        return this.keep({ ...task, sha256, chance, report }, reservedIds);
      });
    });
  }

  /** The task of a dataset of a hub. */
  async addHub(
    source: HubSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<LoadedTask[]> {
    return this.read(new FileReading(source.name, 0, onProgress), async (reading) => {
      const tasks = await loadHub(source, reading, this.lists);
      return tasks.map((task) => this.keep(task, source.reservedIds));
    });
  }

  private async read<T>(
    reading: FileReading,
    work: (reading: FileReading) => Promise<T>,
  ): Promise<T> {
    this.readings.add(reading);
    try {
      return await work(reading);
    } finally {
      this.readings.delete(reading);
    }
  }

  /** What was fetched of a hub for it goes too, unless another task is of the same commit. */
  async removeTask(id: string): Promise<void> {
    const hub = this.tasks.get(id)?.hub;
    this.tasks.delete(id);
    const others = [...this.tasks.values()].flatMap((task) => task.hub?.url ?? []);
    if (hub && !others.includes(hub.url)) await forgetHub(hub.name);
  }

  stopReading(): void {
    for (const reading of this.readings) reading.stop();
  }

  /** Each task of a bundle, or why it is none. */
  async addBundle(
    bundle: BundleSource,
    onProgress: (download: Download) => void,
  ): Promise<Result<LoadedTask>[]> {
    const results = await loadBundle(bundle, this.lists, onProgress);
    return results.map((result) =>
      result.ok ? { ok: true, value: this.keep(result.value) } : result,
    );
  }

  private keep(task: LoadedTask, reservedIds: readonly string[] = []): LoadedTask {
    const id = freeId(task, this.tasks, reservedIds);
    const more = id === task.id ? '' : ` (${otherPart(id, task.id)})`;
    const named = { ...task, id, name: `${task.name}${more}` };
    this.tasks.set(named.id, named);
    return named;
  }

  /** What these settings rehearse; the texts are fetched when they are first wanted. */
  async rehearsal({ rehearsalShare: share }: Settings): Promise<Rehearsal> {
    if (share === 0) return noRehearsal;
    this.needModel();
    this.texts ??= loadRehearsal(this.siteUrl);
    try {
      return { share, texts: await this.texts };
    } catch (error) {
      this.texts = undefined;
      throw error;
    }
  }

  /** Pre-training text that no model was trained on, as the loaded model reads it; null where the site has none. */
  async heldOutText(): Promise<Batch | null> {
    const { tokenizer, model } = this.needModel();
    this.heldOut ??= loadHeldOutTexts(this.siteUrl);
    const texts = await this.heldOut;
    return texts && heldOutBatch(texts, tokenizer, model.config.maxSeqLen);
  }

  /** A run is asked for: nothing else may begin until it has ended. @throws AppError 'not-ready'. */
  beginRun(): Gate {
    this.needIdle();
    return (this.openGate = createGate());
  }

  startRun(context: TrainContext): void {
    this.current = context;
  }

  /** The run's weights become the tuned ones, adapters merged into the model, if it took a step. */
  async endRun(): Promise<void> {
    if (this.current) await this.keepTuned(this.current);
    this.current = undefined;
    this.openGate = undefined;
  }

  private async keepTuned({ state, run, best }: TrainContext): Promise<void> {
    const isLast = best.step === run.step;
    const copy = best.take();
    if (run.step === 0) {
      state.weights.dispose();
      copy?.dispose();
    } else {
      const kept = await this.wholes(state.weights, copy, isLast || run.failure !== undefined);
      this.dropTuned();
      this.tuned = kept.last;
      this.best = kept.best;
      this.tunedBy = run.runId;
    }
    disposeState(state);
  }

  /** What was trained, and the copy of its best state unless that is the last: as weights of the model, adapters merged into it and freed. */
  private async wholes(
    trained: Trainable,
    copy: Arena | null,
    isLast: boolean,
  ): Promise<{ readonly last: ModelWeights; readonly best?: ModelWeights }> {
    const { model } = this.needModel();
    const last = isAdapters(trained) ? weightsOf(model, await trained.merged()) : trained;
    if (!copy || isLast) {
      copy?.dispose();
      if (isAdapters(trained)) trained.dispose();
      return { last };
    }
    if (!isAdapters(trained)) return { last, best: weightsIn(model.layout, copy) };
    trained.arena.assign(copy.flat);
    copy.dispose();
    const best = weightsOf(model, await trained.merged());
    trained.dispose();
    return { last, best };
  }

  /** Weights to start from: never those of a run on its way. */
  weightsOf(which: Weights): ModelWeights {
    if (which === 'base') return this.needModel().base;
    if (which === 'best' && this.best && !this.current) return this.best;
    if (this.tuned && !this.current) return this.tuned;
    throw new AppError('not-ready', 'nothingTuned', {});
  }

  /** What a run has left once, as a checkpoint of a later one has it. */
  putBack(runId: RunId, flat: Float32Array): void {
    const { model } = this.needModel();
    this.dropTuned();
    this.tuned = weightsOf(model, flat);
    this.tunedBy = runId;
  }

  /** Weights to carry on with. */
  leftBy(runId: RunId): ModelWeights {
    if (this.tunedBy === runId) return this.weightsOf('tuned');
    throw new AppError('not-ready', 'weightsGone', { runId });
  }

  /** The tuned weights as they are now, also in the middle of a run, or the best ones after it: [P]. */
  async flatOf(which: Exclude<Weights, 'base'>): Promise<Float32Array> {
    const now = which === 'tuned' ? this.current?.state.weights : undefined;
    const weights = now ?? this.weightsOf(which);
    return isAdapters(weights) ? weights.merged() : weights.arena.read();
  }

  /** How the loaded model reads tasks in this format. @throws AppError 'bad-setting' for an unknown one. */
  reading(format?: InstructionFormatName): Reading {
    const { tokenizer } = this.needModel();
    return { tokenizer, format: formatNamed(format, this.lists.instructionFormats) };
  }

  generator(which: Weights): Generator {
    const { model, tokenizer } = this.needModel();
    return { model, tokenizer, params: this.paramsOf(which) };
  }

  private paramsOf(which: Weights): Params {
    if (which === 'tuned' && this.current) return this.current.state.weights.params;
    return this.weightsOf(which).params;
  }

  needEngine(): EngineInfo {
    if (this.lost) throw this.lost;
    if (this.engine) return this.engine;
    throw new AppError('not-ready', 'engineNotStarted', {});
  }

  needModel(): LoadedModel {
    this.needEngine();
    if (this.loaded) return this.loaded;
    throw new AppError('not-ready', 'noModel', {});
  }

  /** Of the run on its way, if it is kept. */
  get keeper(): Keeper | null {
    return this.current?.keeper ?? null;
  }

  needRun(): Run {
    if (this.current) return this.current.run;
    throw new AppError('not-ready', 'noRun', {});
  }

  /** Pause, step and stop: they hold from the moment on in which the run was asked for. */
  needGate(): Gate {
    if (this.openGate) return this.openGate;
    throw new AppError('not-ready', 'noRun', {});
  }

  needIdle(): void {
    if (this.openGate) throw new AppError('not-ready', 'runUnderWay', {});
  }

  private loseEngine(lost: AppError): void {
    this.lost = lost;
    if (!this.current) return;
    this.current.run.failure = lost;
    this.current.run.gate.stop();
  }

  private dropTuned(): void {
    this.tuned?.dispose();
    this.best?.dispose();
    this.tuned = undefined;
    this.best = undefined;
    this.tunedBy = undefined;
  }

  private dropModel(): void {
    this.dropTuned();
    this.loaded?.base.dispose();
    this.loaded?.model.dispose();
    this.loaded = undefined;
    this.fits.forget();
    this.openTokens.forget();
  }
}

const isAdapters = (trained: Trainable): trained is Adapters => 'merged' in trained;

/** What a file is: its place and its content. One that has been loaded before keeps its id; another of that name gets its own. */
function freeId(
  { id, origin, sha256 }: LoadedTask,
  tasks: ReadonlyMap<string, LoadedTask>,
  reservedIds: readonly string[],
): string {
  const isFree = (name: string): boolean => {
    const other = tasks.get(name);
    const isSame =
      !other || (other.origin === origin && (!other.report || other.sha256 === sha256));
    return isSame && !reservedIds.includes(name);
  };
  const folder = origin.split('/').at(-2);
  const inFolder = folder === undefined ? id : `${taskIdOf(folder)}-${id}`;
  let name = isFree(id) ? id : inFolder;
  for (let n = 2; !isFree(name); n++) name = `${inFolder}-${n}`;
  return name;
}

/** What an id has that another has not: the folder before it, or the number after it. */
const otherPart = (id: string, plain: string): string =>
  id.replace(plain, ' ').replaceAll('-', ' ').trim().replace(/ +/g, ' ');
