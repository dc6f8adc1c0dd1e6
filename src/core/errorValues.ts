import type { EngineNote } from './engineNote.ts';
import type { Accepted } from './settingRows.ts';

/** What each error has to say, by its key: what was got and wanted, and where. A language words it. */
export interface ErrorValues
  extends
    SettingErrors,
    DeskErrors,
    TaskFileErrors,
    SiteErrors,
    ModelErrors,
    RunErrors,
    StorageErrors,
    EngineErrors {
  /** A fault of ours: an exception that nobody foresaw. */
  readonly internal: Caused;
  /** Of a run recorded when errors were sentences. */
  readonly recorded: { readonly message: string; readonly hint: string };
}

export type NoValues = Readonly<Record<never, never>>;
/** What a browser, a driver or a library says, in its own words. */
interface Caused {
  readonly cause: string;
}
type Names = readonly string[];
type Shape = readonly number[];

/** What a place of a fader schedule may hold. */
export type ScheduleWanted = 'flag' | 'level' | 'list' | 'nothing' | 'object' | 'step' | 'task';

interface SettingErrors {
  readonly settingsNoObject: { readonly got: string };
  readonly unknownSetting: { readonly setting: string; readonly known: Names };
  /** `got` as JSON. */
  readonly badSetting: {
    readonly setting: string;
    readonly got: string;
    readonly accepted: Accepted;
  };
  /** A name that is in no list of ours; `setting` says which list. */
  readonly unknownChoice: {
    readonly setting: string;
    readonly got: string;
    readonly known: Names;
  };
  readonly fixedSetting: { readonly setting: string; readonly live: Names };
  /** `path` is where in the schedule, such as `schedule[2].step`; `got` as JSON. */
  readonly badSchedule: {
    readonly path: string;
    readonly got: string;
    readonly wanted: ScheduleWanted;
  };
  readonly scheduleUnknownTask: {
    readonly step: number;
    readonly id: string;
    readonly known: Names;
  };
  readonly adaptersOnRandom: { readonly loraRank: number };
  readonly batchTooLarge: {
    readonly batchSize: number;
    readonly seqLen: number;
    readonly largest: number;
  };
  readonly unknownCluster: { readonly cluster: string; readonly known: Names };
  readonly unknownTask: { readonly id: string; readonly known: Names };
  readonly questionTooLong: { readonly maxNewTokens: number; readonly maxSeqLen: number };
}

/** What a key of a desk may hold; `noSuchKey`: nothing, `present`: anything rather than nothing. */
export type DeskWanted =
  | 'count'
  | 'flag'
  | 'hub'
  | 'id'
  | 'level'
  | 'metric'
  | 'model'
  | 'noSuchKey'
  | 'object'
  | 'present'
  | 'tasks'
  | 'version';

/** A desk as data: a preset, a link, a file. */
interface DeskErrors {
  /** `key` is a path such as `tasks.0.level`, empty for the whole; `got` is JSON. */
  readonly badDesk: { readonly key: string; readonly got: string; readonly wanted: DeskWanted };
  readonly taskTwice: { readonly id: string };
  readonly newerDesk: { readonly version: number; readonly known: number };
  readonly unreadableLink: Caused;
  readonly badPreset: InFile & Caused & { readonly key: string };
  readonly presetsNotLoaded: Caused;
  readonly unknownPreset: { readonly id: string; readonly known: Names };
}

/** Where a row of a file stands. */
export interface RowPlace {
  readonly unit: 'line' | 'row';
  /** From 1. */
  readonly at: number;
}

/** What a key of a task file may hold. */
export const wantedKinds = [
  'answers',
  'count',
  'difficulty',
  'flag',
  'id',
  'instances',
  'list',
  'notEmpty',
  'number',
  'object',
  'place',
  'showsOptions',
  'split',
  'text',
  'textOrList',
] as const;
export type WantedKind = (typeof wantedKinds)[number];

interface InFile {
  readonly fileName: string;
}
interface InRow extends InFile {
  readonly place: RowPlace;
}

interface TaskFileErrors {
  readonly fileTooLarge: InFile & { readonly bytes: number; readonly maxBytes: number };
  readonly emptyFile: InFile;
  /** `begins`: the first characters; `known`: names of the formats. */
  readonly unknownFormat: InFile & { readonly begins: string; readonly known: Names };
  readonly fileNotUnpacked: InFile & Caused;
  readonly noParquet: InFile & Caused;
  readonly rowGroupTooLarge: InFile & { readonly bytes: number; readonly maxBytes: number };
  readonly parquetTooWide: InFile & {
    readonly groups: number;
    readonly columns: number;
    readonly maxRowGroups: number;
    readonly maxColumns: number;
  };
  readonly readingStopped: InFile;
  readonly badEncoding: InFile & { readonly encoding: string; readonly line: number };
  readonly unknownMetric: InFile & { readonly metric: string; readonly known: Names };
  readonly nestedTooDeep: InFile & { readonly line: number; readonly maxDepth: number };
  readonly noJson: InFile & Caused & { readonly line: number };
  readonly lackingColumns: InFile & { readonly columns: Names };
  readonly strayQuote: InFile & { readonly line: number };
  readonly otherCellCount: InFile & {
    readonly line: number;
    readonly cells: number;
    readonly columns: number;
  };
  readonly rowNoObject: InRow;
  /** `got` as JSON. */
  readonly rowNoText: InRow & { readonly key: string; readonly got: string };
  readonly rowNoChat: InRow & { readonly key: string; readonly got: string };
  readonly rowNoInstances: InRow & { readonly key: string; readonly got: string };
  readonly rowNotUnderstood: InRow & { readonly keys: Names };
  readonly noRows: InFile;
  readonly noRowsLeft: InFile & { readonly rows: number };
  /** `key` is a path such as `Instances[0].input`; empty for the whole. */
  readonly keyMissing: InFile & { readonly key: string };
  readonly badKey: InFile & {
    readonly key: string;
    readonly got: string;
    readonly wanted: WantedKind;
  };
  readonly tooManyInstances: InFile & { readonly count: number; readonly max: number };
  readonly tooFewInputs: InFile & { readonly count: number };
  readonly emptySplit: InFile & { readonly split: string };
  readonly noYaml: InFile & Caused & { readonly line: number };
  /** `columns` that the prompts read. */
  readonly promptsWithoutRows: InFile & {
    readonly dataset: string;
    readonly prompts: number;
    readonly columns: Names;
  };
  readonly promptsManyRows: InFile & { readonly dataset: string; readonly files: Names };
  readonly promptsLackColumns: InFile & {
    readonly rowFiles: Names;
    readonly wanted: Names;
    readonly columns: Names;
  };
  /** `cause` of the first prompt that failed; '' where none did. */
  readonly noPromptFits: InFile & Caused & { readonly prompts: number; readonly rows: number };
}

interface AtUrl {
  readonly url: string;
}

/** What the site serves, and how it came. */
interface SiteErrors {
  readonly badDatasetIndex: Caused & { readonly key: string };
  readonly badBundleIndex: Caused & { readonly key: string };
  readonly badTaskCards: Caused & { readonly key: string };
  readonly cardsNotLoaded: Caused;
  readonly listNotLoaded: Caused & { readonly path: string };
  readonly rehearsalWithoutTexts: InFile;
  readonly badRehearsalText: InFile & { readonly index: number };
  readonly badRehearsalList: AtUrl;
  readonly noAnswer: AtUrl & Caused;
  readonly httpStatus: AtUrl & { readonly status: number; readonly statusText: string };
  readonly pageInstead: AtUrl;
  readonly silent: { readonly url: string; readonly bytes: number; readonly seconds: number };
  readonly brokeOff: AtUrl & Caused & { readonly bytes: number };
  readonly wrongHash: AtUrl & { readonly got: string; readonly wanted: string };
  readonly downloadNoJson: AtUrl & Caused;
  readonly notUnpacked: AtUrl & Caused;
  readonly holdsNoTask: AtUrl;
  readonly badHubName: { readonly got: string };
  readonly badHubAddress: { readonly got: string };
  readonly hubNoAnswer: AtUrl & Caused;
  readonly hubNotFound: AtUrl;
  readonly hubPrivate: AtUrl;
  readonly hubGated: AtUrl;
  /** Seconds that the hub asks to wait; 0 where it does not say. */
  readonly hubBusy: AtUrl & { readonly waitSeconds: number };
  readonly hubPageInstead: AtUrl;
  readonly hubOddAnswer: AtUrl;
  readonly hubNoLength: AtUrl;
  readonly hubWrongLength: AtUrl & { readonly got: number; readonly wanted: number };
  readonly hubChanged: AtUrl;
  readonly hubBrokeOff: AtUrl & Caused & { readonly bytes: number };
  /** `others`: some of the files that are there instead. */
  readonly hubNoParquet: { readonly name: string; readonly others: Names };
  /** `known`: configurations, or splits of the one that was named. */
  readonly hubChoosePart: { readonly name: string; readonly known: Names };
}

interface OfTensor {
  readonly name: string;
}

/** The three files of a model. */
interface ModelErrors {
  readonly badTokenizer: Caused;
  readonly tokenMissing: { readonly token: string };
  readonly tokenizerTooLarge: { readonly tokens: number; readonly vocabSize: number };
  /** `got` as JSON. */
  readonly unknownFamily: { readonly got: string; readonly known: Names };
  readonly badModelConfig: Caused & { readonly key: string };
  readonly noMultiple: {
    readonly key: string;
    readonly value: number;
    readonly ofKey: string;
    readonly ofValue: number;
  };
  readonly weightsTooShort: { readonly bytes: number };
  readonly headerTooLong: { readonly length: number; readonly bytes: number };
  readonly headerNoObject: NoValues;
  readonly headerNoJson: Caused;
  readonly nameTwice: NoValues;
  readonly tensorNoObject: OfTensor;
  readonly tensorType: OfTensor & { readonly dtype: string; readonly known: Names };
  readonly tensorBadShape: OfTensor;
  readonly tensorBadOffsets: OfTensor;
  readonly tensorSize: OfTensor & {
    readonly bytes: number;
    readonly shape: Shape;
    readonly wanted: number;
  };
  readonly tensorStart: OfTensor & { readonly begin: number; readonly wanted: number };
  readonly tensorsEnd: { readonly end: number; readonly length: number };
  readonly tensorMissing: OfTensor & { readonly shape: Shape };
  readonly tensorShape: OfTensor & { readonly shape: Shape; readonly wanted: Shape };
  readonly unknownTensor: OfTensor;
}

/** What a run needs, and what ends it. */
interface RunErrors {
  readonly allClosed: { readonly nChannels: number };
  readonly closedBySchedule: { readonly step: number };
  readonly nothingFits: {
    readonly seqLen: number;
    /** What `seqLen` may be at most. */
    readonly longest: number;
    readonly taskIds: Names;
  };
  readonly taskNotLoaded: { readonly id: string };
  readonly otherVersion: { readonly id: string; readonly got: string; readonly planned: string };
  readonly otherModel: { readonly planned: HashedModel; readonly loaded: HashedModel };
  readonly nothingTuned: NoValues;
  readonly weightsGone: { readonly runId: string };
  readonly examNotHere: { readonly id: string };
  readonly noRun: NoValues;
  readonly runUnderWay: NoValues;
  /** The task whose loss it is; null when only the gradient's norm tells. */
  readonly notFinite: {
    readonly step: number;
    readonly taskId: string | null;
    readonly gradNorm: string;
  };
}
interface HashedModel {
  readonly name: string;
  readonly sha256: string;
}

/** What is kept of a run on its way. */
interface StorageErrors {
  readonly noCheckpoint: { readonly runId: string };
  readonly noStorage: Caused;
  readonly checkpointNotWritten: Caused;
  readonly checkpointsDamaged: { readonly runId: string; readonly files: Names };
  /** `key` is a path such as `state.step`. */
  readonly badCheckpoint: Caused & { readonly key: string };
}

interface EngineErrors {
  /** What was tried; `isChosen` when the backend was asked for by name. */
  readonly noEngine: { readonly notes: readonly EngineNote[]; readonly isChosen: boolean };
  readonly engineNotStarted: NoValues;
  readonly engineNotReady: NoValues;
  readonly noModel: NoValues;
  readonly webgpuError: Caused;
  readonly deviceLost: Caused;
  readonly workerFailed: Caused;
  readonly workerNotLoaded: NoValues;
  readonly workerUnreadable: NoValues;
  readonly workerDied: NoValues;
  readonly workerStopped: NoValues;
}
