import type { DeskState } from '../../core/desk/deskChange.ts';
import { isSameDesk } from '../../core/desk/sameDesk.ts';
import type { RunId } from '../../core/protocol/index.ts';
import type { RunStore } from '../../core/runs/runStore.ts';
import type { StorageRoom } from '../bridge/storage.ts';
import type { TrainerClient } from '../bridge/trainerClient.ts';
import { Alerts } from './alerts.svelte.ts';
import { AnswersView } from './answersView.svelte.ts';
import { Checkpoints } from './checkpoints.svelte.ts';
import { ColumnQuestion } from './columnQuestion.svelte.ts';
import { CurvesView } from './curvesView.svelte.ts';
import { DataView } from './dataView.svelte.ts';
import { Desk } from './desk.svelte.ts';
import { Engine } from './engine.svelte.ts';
import { Exam } from './exam.svelte.ts';
import { Fits } from './fits.svelte.ts';
import type { KeptTasks } from './keptTasks.ts';
import { Forecast } from './forecast.svelte.ts';
import { FaderTimeline } from './faderTimeline.svelte.ts';
import { HiddenControls } from './hiddenControls.svelte.ts';
import { LibraryView } from './libraryView.svelte.ts';
import { Library } from './library.svelte.ts';
import { Master } from './master.svelte.ts';
import { MixtureShares } from './mixtureShares.svelte.ts';
import { NextBatch } from './nextBatch.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Presets } from './presets.svelte.ts';
import { Progress } from './progress.svelte.ts';
import { Headline } from './headline.svelte.ts';
import { Hub } from './hub.svelte.ts';
import { History } from './history.svelte.ts';
import { Keys } from './keys.svelte.ts';
import { OwnReading } from './ownReading.svelte.ts';
import { Pace } from './pace.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { Announcer } from './announcer.svelte.ts';
import { Confirmation } from './confirmation.svelte.ts';
import { Runs } from './runs.svelte.ts';
import { Shedding } from './shedding.svelte.ts';
import { StripSelection } from './stripSelection.svelte.ts';
import { SidePanel } from './sidePanel.svelte.ts';
import { slideBetween } from './stepWords.ts';
import { tellNotKept } from './tellNotKept.ts';
import { TimeCursor } from './timeCursor.svelte.ts';
import { Transport } from './transport.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { TryIt } from './tryIt.svelte.ts';
import { View } from './view.svelte.ts';

/** What the page takes from outside, so that a test can give it another. */
export interface World {
  readonly createClient: () => TrainerClient;
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
  /** Calls back with each frame drawn and its time, ms, until what is returned is called. */
  readonly watchFrames: (each: (ms: number) => void) => () => void;
  /** A number from 0 up to 1, never the same on purpose. */
  readonly chance: () => number;
  readonly newRunId: () => string;
  /** ISO 8601. */
  readonly timeNow: () => string;
  /** What measures the device beside the desk. */
  readonly bench: { readonly isRunning: boolean };
  /** What the browser's address bar holds. */
  readonly address: { readonly current: () => string; readonly replace: (href: string) => void };
  /** Onto the clipboard. Rejects where the browser forbids it. */
  readonly copyText: (text: string) => Promise<void>;
  readonly keptTasks: KeptTasks;
  readonly runStore: RunStore;
  /** Who trains a run has its lock. */
  readonly locks: {
    readonly underRunLock: <T>(runId: RunId, work: () => Promise<T>) => Promise<T>;
    readonly runsOnTheirWay: () => Promise<ReadonlySet<RunId>>;
  };
  /** The room that the browser lends this site. */
  readonly storage: {
    readonly room: () => Promise<StorageRoom | null>;
    readonly persist: () => Promise<boolean>;
  };
  /** Outside the page, where the visitor has allowed it and looks elsewhere. */
  readonly notify: (title: string, text: string) => void;
  /** Whether the visitor allows that; may ask. */
  readonly mayNotify: () => Promise<boolean>;
  /** Where models and datasets are fetched from. */
  readonly baseUrl: string;
}

/** Everything that the page keeps, one instance a thing. Panels read these; what is pressed is in `actions/`. */
export interface App {
  readonly world: World;
  readonly library: Library;
  readonly desk: Desk;
  readonly selection: StripSelection;
  readonly presets: Presets;
  readonly libraryView: LibraryView;
  readonly dataView: DataView;
  readonly runs: Runs;
  readonly checkpoints: Checkpoints;
  readonly mixture: MixtureShares;
  readonly fits: Fits;
  readonly faderTimeline: FaderTimeline;
  readonly curvesView: CurvesView;
  readonly timeCursor: TimeCursor;
  readonly engine: Engine;
  readonly transport: Transport;
  readonly progress: Progress;
  readonly shedding: Shedding;
  readonly sidePanel: SidePanel;
  readonly answersView: AnswersView;
  readonly tryIt: TryIt;
  readonly exam: Exam;
  readonly nextBatch: NextBatch;
  readonly ownReading: OwnReading;
  readonly hub: Hub;
  readonly notices: Notices;
  readonly question: Confirmation;
  readonly columnQuestion: ColumnQuestion;
  readonly master: Master;
  readonly headline: Headline;
  readonly announcer: Announcer;
  readonly alerts: Alerts;
  readonly pace: Pace;
  readonly forecast: Forecast;
  /** Of the desk. */
  readonly history: History<DeskState>;
  readonly view: View;
  readonly theme: Theme;
  readonly keys: Keys;
  readonly panels: Panels;
  readonly hidden: HiddenControls;
}

export function createApp(world: World): App {
  const engine = new Engine(world.createClient);
  const curvesView = new CurvesView();
  const notices = new Notices();
  const runs = new Runs(curvesView, world.runStore, (cause) => tellNotKept(notices, cause));
  const library = new Library();
  const parts = { engine, desk: new Desk(library), runs, transport: new Transport() };
  const { bench } = world;
  const sidePanel = new SidePanel();
  const pace = new Pace();
  const progress = new Progress({ ...parts, bench });
  const master = new Master(runs, parts.desk);
  return {
    world,
    library,
    ...parts,
    selection: new StripSelection(parts.desk),
    libraryView: new LibraryView(library, parts.desk),
    dataView: new DataView(parts),
    presets: new Presets(parts.desk),
    progress,
    shedding: new Shedding(),
    master,
    headline: new Headline({ ...parts, progress, master }),
    history: new History({ isSame: isSameState, slideOf: slideBetween }),
    checkpoints: new Checkpoints(),
    mixture: new MixtureShares(parts),
    fits: new Fits(parts),
    faderTimeline: new FaderTimeline(parts),
    curvesView,
    timeCursor: new TimeCursor(),
    sidePanel,
    answersView: new AnswersView(sidePanel),
    tryIt: new TryIt(),
    exam: new Exam(),
    nextBatch: new NextBatch(),
    ownReading: new OwnReading(world.now),
    hub: new Hub(),
    notices,
    question: new Confirmation(),
    columnQuestion: new ColumnQuestion(),
    announcer: new Announcer(),
    alerts: new Alerts(),
    pace,
    forecast: new Forecast({ ...parts, pace }),
    view: new View(),
    theme: new Theme(),
    keys: new Keys(),
    panels: new Panels(),
    hidden: new HiddenControls(),
  };
}

const isSameState = (a: DeskState, b: DeskState): boolean =>
  isSameDesk(a.setup, b.setup) && a.solos.join() === b.solos.join();
