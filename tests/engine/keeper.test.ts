import { describe, expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { createKeeper, type Keeper } from '../../workers/checkpoint/keeper.ts';
import { storeOn } from '../core/checkpoints/checkpointContract.ts';
import { createMemoryShelf } from '../core/checkpoints/memoryShelf.ts';
import { toyCheckpoint } from '../core/checkpoints/toyCheckpoint.ts';
import { toyStep } from '../core/toyRun.ts';

const { run, engine } = toyCheckpoint(0);

/** A keeper over storage that can be full, and what it says. */
function openKeeper(everyMs = 1e9) {
  const shelf = createMemoryShelf();
  const storage = { isFull: false };
  const store = storeOn({
    ...shelf,
    write: (name, parts) =>
      storage.isFull ? Promise.reject(new Error('full')) : shelf.write(name, parts),
  });
  const said: TrainEvent[] = [];
  const say = (event: TrainEvent): void => void said.push(event);
  const keeper = createKeeper({ store, run, engine, everyMs, log: [toyStep(0)], from: null, say });
  return { keeper, said, storage, read: () => storeOn(shelf).read('r1') };
}

const momentAt = (keeper: Keeper, step: number) => () => {
  const { state, blocks } = toyCheckpoint(step);
  return Promise.resolve({ state, blocks, events: keeper.pending() });
};

describe('what keeps a run', () => {
  test('writes each event once, what came before the training too', async () => {
    const { keeper, read } = openKeeper();
    keeper.note(toyStep(1));
    await keeper.take(momentAt(keeper, 1));
    keeper.note(toyStep(2));
    await keeper.take(momentAt(keeper, 2));
    expect(keeper.pending()).toEqual([]);
    expect((await read()).log).toEqual([toyStep(0), toyStep(1), toyStep(2)]);
  });

  test('loses no event where the disk is full, says so, and goes on when there is room', async () => {
    const { keeper, said, storage, read } = openKeeper();
    await keeper.take(momentAt(keeper, 1));
    keeper.note(toyStep(2));
    storage.isFull = true;
    await keeper.take(momentAt(keeper, 2));
    const { head, log } = await read();
    expect([head.state.step, log]).toEqual([1, [toyStep(0)]]);
    storage.isFull = false;
    keeper.note(toyStep(3));
    await keeper.take(momentAt(keeper, 3));
    expect((await read()).log).toEqual([toyStep(0), toyStep(2), toyStep(3)]);
    expect(said).toMatchObject([
      { type: 'kept', step: 1 },
      { type: 'notKept', step: 2, error: { key: 'checkpointNotWritten' } },
      { type: 'kept', step: 3 },
    ]);
  });

  test('keeps what happens while a checkpoint is written for the next one', async () => {
    const { keeper, read } = openKeeper();
    const taken = keeper.take(momentAt(keeper, 1));
    await Promise.resolve();
    keeper.note(toyStep(1));
    await taken;
    expect(keeper.pending()).toEqual([toyStep(1)]);
    expect((await read()).log).toEqual([toyStep(0)]);
  });

  test('is due when asked and after its interval, and lets all go who wait when the run ends', async () => {
    const { keeper } = openKeeper();
    expect(keeper.isDue).toBe(false);
    const isTried = keeper.ask();
    await keeper.asked();
    expect(keeper.isDue).toBe(true);
    await keeper.take(momentAt(keeper, 1));
    await isTried;
    expect(keeper.isDue).toBe(false);
    const late = keeper.ask();
    keeper.close();
    await late;
    await keeper.ask();
    expect(openKeeper(0).keeper.isDue).toBe(true);
  });
});
