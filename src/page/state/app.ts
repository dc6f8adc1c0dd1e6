/** The page's one app. */
import { chance } from '../bridge/chance.ts';
import { mayNotify, notify } from '../bridge/notification.ts';
import { newRunId } from '../bridge/newRunId.ts';
import { askToPersist, storageRoom } from '../bridge/storage.ts';
import { runsOnTheirWay, underRunLock } from '../bridge/runLock.ts';
import { timeNow } from '../bridge/timeNow.ts';
import { createTrainerClient } from '../bridge/trainerClient.ts';
import { watchFrames } from '../bridge/watchFrames.ts';
import { openDatabase } from '../store/database.ts';
import { createIndexedRunStore } from '../store/indexedRunStore.ts';
import { BenchRun } from './benchRun.svelte.ts';
import { createApp } from './createApp.ts';
import { keptTasks } from './keptTasks.ts';
import { LanguageChoice } from './languageChoice.svelte.ts';
import { StripsView } from './stripsView.svelte.ts';

export const bench = new BenchRun();
export const stripsView = new StripsView();
export const app = createApp({
  createClient: createTrainerClient,
  now: () => performance.now(),
  watchFrames,
  chance,
  newRunId,
  timeNow,
  bench,
  address: {
    current: () => location.href,
    replace: (href) => history.replaceState(history.state, '', href),
  },
  copyText: (text) => navigator.clipboard.writeText(text),
  keptTasks,
  locks: { underRunLock, runsOnTheirWay },
  runStore: createIndexedRunStore(openDatabase),
  storage: { room: storageRoom, persist: askToPersist },
  notify,
  mayNotify,
  baseUrl: document.baseURI,
});
export const {
  library,
  libraryView,
  dataView,
  desk,
  presets,
  runs,
  curvesView,
  engine,
  transport,
  progress,
} = app;
export const { checkpoints } = app;
export const { tryIt, nextBatch, notices, question, timeCursor, sidePanel, answersView } = app;
export const { view, theme, keys, panels, hidden, master, headline, announcer, mixture } = app;
export const {
  exam,
  hub,
  ownReading,
  faderTimeline,
  forecast,
  selection,
  shedding,
  history: deskHistory,
} = app;
export const language = new LanguageChoice();
