/** A run in a worker that is killed and goes on in another one, as the browser keeps it, is the run that was not. */
import * as Comlink from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import { createCheckpointStore } from '../../src/core/checkpoints/checkpointStore.ts';
import { randomStream } from '../../src/core/random.ts';
import type { BackendName, TrainEvent } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { createOpfsShelf } from '../../workers/checkpoint/opfsShelf.ts';
import { digestOf } from '../../workers/data/download.ts';
import { startTrainer, taskIds, valueOf, type TestTrainer } from './startTrainer.ts';

const store = createCheckpointStore(createOpfsShelf('checkpoints'), digestOf);

interface Case {
  readonly backend: BackendName;
  readonly nSteps: number;
  readonly settings: object;
  readonly order: Partial<RunOrder>;
  /** Where a hand moves a fader and the learning rate. */
  readonly movesAt: number;
}

const channels = taskIds.map((taskId) => ({ taskId, level: 50, isOn: true }));
const everything: Case = {
  backend: 'wasm',
  nSteps: 12,
  settings: {
    batchSize: 2,
    seqLen: 128,
    trainTokens: 12 * 256,
    evalEvery: 5,
    evalInstances: 2,
    metricInstances: 1,
    wordDropout: 30,
    rehearsalShare: 25,
    shotShare: 50,
    loraRank: 4,
    learningRate: 0.01,
  },
  order: {
    channels,
    schedule: [
      { step: 2, channels: [{ taskId: taskIds[1], level: 95, isOn: true }] },
      { step: 9, settings: { learningRate: 0.003 } },
    ],
  },
  movesAt: 6,
};
const onWebgpu: Case = {
  backend: 'webgpu',
  nSteps: 5,
  settings: {
    batchSize: 1,
    seqLen: 64,
    trainTokens: 5 * 64,
    evalEvery: 1000,
    evalInstances: 1,
    metricInstances: 0,
    wordDropout: 30,
    rehearsalShare: 25,
    shotShare: 50,
    learningRate: 0.01,
  },
  order: { channels },
  movesAt: 3,
};

/** Trains until a step, or to the end; then the worker is killed, whatever it does. Gives the events of this sitting. */
async function sit(
  { backend, nSteps, settings, order, movesAt }: Case,
  runId: string,
  { from = 0, until = nSteps }: { readonly from?: number; readonly until?: number } = {},
): Promise<TrainEvent[]> {
  const trainer = await startTrainer(backend);
  const { api } = trainer;
  const events: TrainEvent[] = [];
  const onEvents = Comlink.proxy((group: readonly TrainEvent[]) => void events.push(...group));
  const keeping = { name: 'cut', startedAt: '2026-11-29', log: [], everyMs: 1e9 };
  const plan = trainer.plan(settings, order);
  const request = { runId, plan, keeping, ...(from > 0 && { resumes: true }) };
  const training = api.train(request, onEvents);
  await api.pause();
  await untilPaused(events);
  for (let step = from; step <= until; step++) {
    if (step === movesAt && step > from) await move(trainer);
    if (step < Math.min(until, nSteps - 1)) await stepOnce(trainer, step);
  }
  if (until < nSteps) {
    valueOf(await api.keepNow());
  } else {
    await api.resume();
    valueOf(await training);
  }
  trainer.terminate();
  return events;
}

/** Setting up and the first evaluation come before the first pause. */
const untilPaused = (events: readonly TrainEvent[]): Promise<void> =>
  vi.waitFor(
    () => {
      const failed = events.find(({ type }) => type === 'failed');
      if (failed) throw new Error(JSON.stringify(failed));
      expect(events.some((event) => event.type === 'phase' && event.phase === 'paused')).toBe(true);
    },
    { timeout: 60_000 },
  );

async function move({ api }: TestTrainer): Promise<void> {
  valueOf(await api.setChannels([{ taskId: taskIds[0], level: 10, isOn: true }]));
  valueOf(await api.changeSetting('learningRate', 0.006));
}

async function stepOnce({ api }: TestTrainer, step: number): Promise<void> {
  await api.stepOnce();
  for (;;) {
    const preview = await api.previewBatch({} as never, []);
    if (valueOf(preview).step === step + 2) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Everything that a run says of its numbers. */
const numbersIn = (events: readonly TrainEvent[]): unknown[] =>
  events.flatMap((event): unknown[] => {
    if (event.type === 'evaluated') return [[event.step, event.results, event.answers]];
    if (event.type === 'changed') return [event];
    if (event.type !== 'step') return [];
    const { elapsedMs, tokensPerSecond, ...numbers } = event;
    void [elapsedMs, tokensPerSecond];
    return [numbers];
  });

/** The run once without and once with a cut, as the browser's storage has them at their ends. */
async function withAndWithout(asked: Case, cutAt: number): Promise<readonly Checkpoint[]> {
  const ids = [`whole-${asked.backend}-${cutAt}`, `cut-${asked.backend}-${cutAt}`] as const;
  await sit(asked, ids[0]);
  await sit(asked, ids[1], { until: cutAt });
  const events = await sit(asked, ids[1], { from: cutAt });
  expect(events[0]).toMatchObject({ type: 'resumed', step: cutAt, differs: [], damaged: [] });
  return [await store.read(ids[0]), await store.read(ids[1])];
}

async function expectSame(asked: Case, cutAt: number): Promise<void> {
  const [whole, cut] = (await withAndWithout(asked, cutAt)) as [Checkpoint, Checkpoint];
  const named = (log: Checkpoint['log']): unknown[] =>
    numbersIn(log.map((event) => ({ ...event, runId: '' })));
  expect(named(cut.log)).toEqual(named(whole.log));
  expect(cut.head.state.step).toBe(asked.nSteps);
  // SHA-256 of weights and of both moments.
  expect(cut.head.blocks).toEqual(whole.head.blocks);
  expect(cut.head.state.stream).toEqual(whole.head.state.stream);
  await store.remove([whole.head.run.runId, cut.head.run.runId]);
}

describe('a run whose worker is killed', () => {
  const random = randomStream(20261129, 'cuts');
  const cuts = random.sample(
    Array.from({ length: everything.nSteps - 1 }, (_, i) => i + 1),
    3,
  );

  it.each(cuts)(
    'goes on to the bit on WASM after step %i, with every lever and a hand at the desk',
    (cutAt) => expectSame(everything, cutAt),
    180_000,
  );

  it('goes on to the bit with all weights on WebGPU (SwiftShader)', async () => {
    await expectSame(onWebgpu, 2);
  }, 240_000);

  it('says that its numbers will differ where the backend is another', async () => {
    const asked = { ...onWebgpu, backend: 'wasm' } as const;
    await sit(asked, 'moved', { until: 2 });
    const events = await sit(onWebgpu, 'moved', { from: 2 });
    expect(events[0]).toMatchObject({ type: 'resumed', step: 2, differs: ['backend'] });
    const { log } = await store.read('moved');
    expect(log.filter(({ type }) => type === 'step')).toHaveLength(onWebgpu.nSteps);
    await store.remove(['moved']);
  }, 240_000);
});
