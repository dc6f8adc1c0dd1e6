import type { Result } from '../../src/core/errors.ts';
import type { TrainerApi, TrainEvent, TrainRequest } from '../../src/core/protocol/index.ts';
import { createInMemoryRunStore } from '../../src/core/runs/inMemoryRunStore.ts';
import type { RunStore } from '../../src/core/runs/runStore.ts';
import { loadTasks } from '../../src/page/actions/loadTasks.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import type { ChannelListing } from '../../src/page/state/channel.svelte.ts';
import { type App, createApp } from '../../src/page/state/createApp.ts';
import { deferred } from './deferred.ts';
import { fakeApi, fakeClient } from './fakeTrainer.ts';

export interface FakeVisit {
  readonly app: App;
  /** Milliseconds, as the page sees them. */
  readonly clock: { ms: number };
  /** Draws a frame at this time, ms; does nothing while nobody watches. */
  readonly frames: { draw: (ms: number) => void };
  /** Of the page. */
  readonly address: { href: string };
  readonly clipboard: { text: string };
  /** What the browser's database holds. */
  readonly kept: Map<string, ChannelListing>;
  /** Outside the page. */
  readonly told: readonly string[];
  /** Workers that were started. */
  readonly clients: ReturnType<typeof fakeClient>[];
}

/** A page whose workers have these methods; nothing is started or on the desk yet. */
export function fakeVisit(
  own: Partial<TrainerApi> = {},
  runStore: RunStore = createInMemoryRunStore(),
): FakeVisit {
  const clock = { ms: 0 };
  const frames: FakeVisit['frames'] = { draw: () => undefined };
  const address = { href: 'http://localhost/' };
  const clipboard = { text: '' };
  const kept = new Map<string, ChannelListing>();
  const told: string[] = [];
  const clients: ReturnType<typeof fakeClient>[] = [];
  let runs = 0;
  const app = createApp({
    createClient: () => {
      clients.push(fakeClient(fakeApi(own)));
      return clients.at(-1);
    },
    now: () => clock.ms,
    watchFrames: (each) => {
      frames.draw = each;
      return () => (frames.draw = () => undefined);
    },
    chance: () => 0.5,
    bench: { isRunning: false },
    newRunId: () => `run-${++runs}`,
    timeNow: () => '2026-11-28T20:00:00.000Z',
    address: { current: () => address.href, replace: (href) => void (address.href = href) },
    keptTasks: {
      all: () => Promise.resolve([...kept.values()]),
      keep: (listing) => Promise.resolve(void kept.set(listing.id, listing)),
      forget: (id) => Promise.resolve(void kept.delete(id)),
    },
    runStore,
    locks: {
      underRunLock: (_, work) => work(),
      runsOnTheirWay: () => Promise.resolve(new Set()),
    },
    storage: { room: () => Promise.resolve(null), persist: () => Promise.resolve(true) },
    notify: (title, text) => void told.push(`${title} ${text}`.trim()),
    mayNotify: () => Promise.resolve(true),
    copyText: (text) => Promise.resolve(void (clipboard.text = text)),
    baseUrl: 'http://localhost/',
  });
  return { app, clock, frames, clients, address, clipboard, told, kept };
}

/** Puts the tasks a and b on the desk. */
export function fillDesk({ desk }: App): void {
  for (const id of ['a', 'b']) {
    desk.add({
      id,
      name: id.toUpperCase(),
      cluster: id,
      metric: 'exactMatch',
      size: 3,
      source: { kind: 'builtIn', url: `${id}.json`, sha256: id, bytes: 10 },
    });
  }
}

/** A page that is ready to train on the tasks a and b. */
export async function readyVisit(own: Partial<TrainerApi> = {}): Promise<FakeVisit> {
  const visit = fakeVisit(own);
  fillDesk(visit.app);
  await startEngine(visit.app);
  await loadTasks(visit.app);
  return visit;
}

/** A worker's `train` that the test plays: what it was asked, what it says and how it ends. */
export class PlayedTraining {
  request: TrainRequest | null = null;
  say: (...events: readonly TrainEvent[]) => void = () => undefined;
  end: (result: Result<null>) => void = () => undefined;

  readonly train: TrainerApi['train'] = (request, onEvents) => {
    this.request = request;
    this.say = (...events) => onEvents(events);
    const ended = deferred<Result<null>>();
    this.end = ended.resolve;
    return ended.promise;
  };
}

/** Lets what was promised come true. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
