import { expect, test } from 'vitest';
import {
  createCheckpointStore,
  type CheckpointStore,
} from '../../../src/core/checkpoints/checkpointStore.ts';
import { bytesOf, type CheckpointHead } from '../../../src/core/checkpoints/checkpoint.ts';
import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';
import { digestOf } from '../../../workers/data/download.ts';
import { toyCheckpoint } from './toyCheckpoint.ts';

export const storeOn = (shelf: Shelf): CheckpointStore => createCheckpointStore(shelf, digestOf);

/** Keeps the run at these steps, one after the other; gives the last head. */
export async function keep(store: CheckpointStore, steps: readonly number[], runId = 'r1') {
  let after: CheckpointHead | null = null;
  for (const step of steps) {
    after = await store.write(toyCheckpoint(step, runId), after);
  }
  return after;
}

/** What every place of checkpoints keeps to. @param createShelf an empty one each time */
export function testCheckpoints(createShelf: () => Promise<Shelf>): void {
  test('gives back state, log and blocks to the bit, of the newest one', async () => {
    const shelf = await createShelf();
    await keep(storeOn(shelf), [1, 2, 3]);
    const { head, blocks, log, damaged } = await storeOn(shelf).read('r1');
    const { run, state, blocks: words } = toyCheckpoint(3);
    expect(head).toMatchObject({ generation: 3, run, state });
    for (const block of words) {
      expect(new Uint32Array(blocks[block.name]!.buffer)).toEqual(
        new Uint32Array(block.words.buffer),
      );
    }
    expect(log).toEqual([1, 2, 3].flatMap((step) => toyCheckpoint(step).events));
    expect(damaged).toEqual([]);
    expect(bytesOf(head)).toBeGreaterThan(3 * 5 * 4);
  });

  test('holds as many files of blocks after nine checkpoints as after two', async () => {
    const shelf = await createShelf();
    const store = storeOn(shelf);
    await keep(store, [1, 2]);
    const few = (await shelf.names()).filter((name) => !name.includes('log')).sort();
    await keep(store, [1, 2, 3, 4, 5, 6, 7, 8, 9], 'r2');
    const names = (await shelf.names()).filter((name) => !name.includes('log'));
    expect(few).toEqual(['r1.blocks-1', 'r1.blocks-2', 'r1.head-0', 'r1.head-1']);
    expect(names.filter((name) => name.startsWith('r2'))).toHaveLength(4);
  });

  test('lists the newest of each run, and forgets the runs that are removed', async () => {
    const shelf = await createShelf();
    const store = storeOn(shelf);
    await keep(store, [1, 2], 'r/1.a');
    await keep(store, [5], 'r2');
    const found = async () =>
      (await store.heads()).map(({ run, state }) => [run.runId, state.step]).sort();
    expect(await found()).toEqual([
      ['r/1.a', 2],
      ['r2', 5],
    ]);
    await store.remove(['r/1.a', 'never']);
    expect(await found()).toEqual([['r2', 5]]);
    await store.remove(['r2']);
    expect(await shelf.names()).toEqual([]);
    await expect(store.read('r2')).rejects.toThrow(/noCheckpoint/);
  });

  test('a run that begins takes nothing over from one of its name', async () => {
    const shelf = await createShelf();
    const store = storeOn(shelf);
    await keep(store, [1, 2, 3]);
    await keep(store, [7]);
    const { head, log } = await store.read('r1');
    expect([head.state.step, head.generation, log.length]).toEqual([7, 1, 2]);
  });
}
