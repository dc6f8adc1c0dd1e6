import type { Result } from '../errors.ts';
import type { OfficialSplit, ReadReport } from '../tasks/readReport.ts';
import type { Demonstration, Instance, SplitName, Wording } from '../tasks/task.ts';
import type { ColumnMapping } from '../tasks/columnMapping.ts';
import type { Download } from './engine.ts';

export interface BuiltInSource {
  readonly kind: 'builtIn';
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Built-in files one after another in one compressed file, `bytes` long. */
export interface BundleSource {
  readonly url: string;
  readonly bytes: number;
  readonly tasks: readonly BuiltInSource[];
}

/** A dropped file, which crosses by itself and is read where it arrives. */
export interface FileSource {
  readonly kind: 'file';
  readonly fileName: string;
  readonly file: Blob;
  /** Files that it is read with (`fileUnits.ts`). */
  readonly beside?: readonly { readonly fileName: string; readonly file: Blob }[];
  /** What the lists of its collection say of the task. */
  readonly officialSplit?: OfficialSplit;
  /** Ids of tasks that are known and may not be loaded: none of this file's gets one of them. */
  readonly reservedIds?: readonly string[];
  /** Which of its columns is what, where a person has said it. */
  readonly mapping?: ColumnMapping;
  /** An own task that this file takes the place of, once it has been read. */
  readonly replaces?: string;
}

/** A dataset of a hub, fetched by the worker. */
export interface HubSource {
  readonly kind: 'hub';
  /** `owner/name@revision:config/split`; a task that came from it says it with its commit. */
  readonly name: string;
  /** Address of the hub. */
  readonly endpoint: string;
  /** Address of the hub that the endpoint stands for, where it is another one. */
  readonly mirrorOf?: string;
  /** Which column is what, where their names do not say it. */
  readonly mapping?: ColumnMapping;
  /** As of a FileSource. */
  readonly reservedIds?: readonly string[];
}

/** Where a channel's task comes from. */
export type TaskSource = BuiltInSource | FileSource | HubSource;

/** Which dataset of a hub a task is, for good: the same name gives the same rows. */
export interface HubOrigin {
  /** With its commit. */
  readonly name: string;
  /** Of its page at that commit. */
  readonly url: string;
}

export type SampleInstance = Pick<
  Instance,
  'id' | 'input' | 'outputs' | 'slots' | 'options' | 'showsOptions'
>;

/** What the page knows of a loaded task. */
export interface TaskInfo {
  readonly id: string;
  /** Of its file, lower-case hex. */
  readonly sha256: string;
  readonly name: string;
  readonly cluster: string;
  readonly metric: string;
  readonly definition: string;
  /** Ways to ask; the first is the definition. */
  readonly wordings: readonly Pick<Wording, 'text' | 'ending' | 'place'>[];
  /** Worked cases that its file gives, and what would be wrong. */
  readonly positiveExamples: readonly Demonstration[];
  readonly negativeExamples: readonly Demonstration[];
  readonly counts: Readonly<Record<SplitName, number>>;
  readonly licence: string;
  readonly origin: string;
  /** Of a dataset of a hub. */
  readonly hub?: HubOrigin;
  /** Of a dropped file: what is scored without understanding, 0–100 (`chanceLevel`); a built-in task's listing says it. */
  readonly chance: number | null;
  /** What reading a dropped file did with its rows; null for a built-in task. */
  readonly report: ReadReport | null;
  /** Up to 100 test instances for the Try-it panel. */
  readonly samples: readonly SampleInstance[];
}

/** A channel as asked for: muted ones are not trained on but still evaluated. */
export interface ChannelLevel {
  readonly taskId: string;
  /** Weight by the faders: the task's own, 0–100, times its group's, 0–2. */
  readonly level: number;
  readonly isOn: boolean;
  /** At most this many of its training examples, the first ones, from 1; all if left out. Fixed while a run is on. */
  readonly maxExamples?: number;
  /** Name of the metric that scores it instead of its task's own. Fixed while a run is on. */
  readonly metric?: string;
}

/** How far the reading of own data is; not told of what takes no time. */
export interface ReadProgress {
  /** Of a packed file, packed ones. */
  readonly readBytes: number;
  readonly totalBytes: number;
  /** So far. */
  readonly rows: number;
  /** The first rows, for the eye. */
  readonly first: readonly { readonly question: string; readonly answer: string }[];
}

/** The tasks that the worker holds. */
export interface TasksApi {
  /** All tasks of the file, in its order. */
  loadFile(
    source: FileSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<Result<readonly TaskInfo[]>>;
  /** The task of a dataset of a hub. */
  loadHub(
    source: HubSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<Result<readonly TaskInfo[]>>;
  /** Ends the readings of own data that are under way: each fails with 'readingStopped'. */
  stopReading(): Promise<Result<null>>;
  loadTask(
    source: BuiltInSource,
    onProgress: (download: Download) => void,
  ): Promise<Result<TaskInfo>>;
  /** Each task of the bundle, or why it is none, in the bundle's order. */
  loadBundle(
    bundle: BundleSource,
    onProgress: (download: Download) => void,
  ): Promise<Result<readonly Result<TaskInfo>[]>>;
  removeTask(taskId: string): Promise<Result<null>>;
}
