import { describe, expect, test } from 'vitest';
import { keep, storeOn, testCheckpoints } from './checkpointContract.ts';
import { faults, faultyShelf, type StorageFault } from './faultyShelf.ts';
import { createMemoryShelf } from './memoryShelf.ts';
import { toyCheckpoint } from './toyCheckpoint.ts';

describe('checkpoints in memory', () => {
  testCheckpoints(() => Promise.resolve(createMemoryShelf()));
});

/** Calls of the storage that one more checkpoint makes. */
async function callsOfOne(): Promise<number> {
  const shelf = createMemoryShelf();
  const after = await keep(storeOn(shelf), [1, 2]);
  const counting = faultyShelf(shelf, -1, 'throws');
  await storeOn(counting).write(toyCheckpoint(3), after);
  return counting.calls;
}

/** The checkpoint of step 3 with the fault; what can be read afterwards, and from there one more. */
async function withFault(n: number, fault: StorageFault) {
  const shelf = createMemoryShelf();
  const after = await keep(storeOn(shelf), [1, 2]);
  const writing = storeOn(faultyShelf(shelf, n, fault)).write(toyCheckpoint(3), after);
  const dead = new Promise((resolve) => setTimeout(() => resolve('dead'), 30));
  const written = await Promise.race([
    writing.then(
      () => 'kept',
      () => 'refused',
    ),
    dead,
  ]);
  const { head, blocks, log, damaged } = await storeOn(shelf).read('r1');
  // Whoever has not died knows what it wrote; the others read it.
  const from = written === 'refused' ? after : head;
  const next = await storeOn(shelf).write(toyCheckpoint(4), from);
  return { shelf, written, head, blocks, log, damaged, next };
}

describe.each(faults)('storage that %s at call n, for every n', (fault) => {
  test('leaves the last good checkpoint, whole, and nothing that grows', async () => {
    const nCalls = await callsOfOne();
    // Three files written and read again, and the oldest blocks found and removed.
    expect(nCalls).toBe(8);
    const seen = new Set<unknown>();
    for (let n = 1; n <= nCalls; n++) {
      const { shelf, written, head, blocks, log, next } = await withFault(n, fault);
      const { step } = head.state;
      seen.add(written);
      // What is said to be kept is kept; what is not may be there all the same.
      expect([2, 3]).toContain(step);
      if (written === 'kept') expect(step).toBe(3);
      expect(blocks.params![1]).toBe(step);
      expect(blocks.square![1]).toBe(step);
      expect(log.map((event) => 'step' in event && event.step)).toEqual(
        [1, 1, 2, 2, 3, 3].slice(0, 2 * step),
      );
      const read = await storeOn(shelf).read('r1');
      expect([read.head.generation, read.head.state.step]).toEqual([next.generation, 4]);
      expect(read.damaged).toEqual([]);
      const files = [...shelf.files.keys()].filter((name) => !name.includes('log'));
      expect(files).toHaveLength(4);
      expect(shelf.files.size - files.length).toBe(next.log.length);
    }
    expect(seen.has(fault === 'dies' ? 'dead' : 'refused')).toBe(true);
  });
});

describe('a stored file that was changed behind our back', () => {
  const changes: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
    'a bit flipped': (bytes) => bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)),
    'its end gone': (bytes) => bytes.slice(0, -1),
    'nothing in it': () => new Uint8Array(),
    'not there': () => null,
  };
  const files = ['head-0', 'head-1', 'blocks-2', 'blocks-3', 'log-1', 'log-3'];
  const cases = files.flatMap((file) => Object.keys(changes).map((change) => [file, change]));

  test.each(cases)('%s with %s: it is named, and the one before is taken', async (file, change) => {
    const shelf = createMemoryShelf();
    await keep(storeOn(shelf), [1, 2, 3]);
    const name = `r1.${file}`;
    const bytes = changes[change]!(shelf.files.get(name)!);
    if (bytes) shelf.files.set(name, bytes);
    else shelf.files.delete(name);
    const { head, log, damaged } = await storeOn(shelf).read('r1');
    // Generation 3 has the first slot; its blocks and its head are what it can't be without.
    const isNewest = file === 'head-0' || file === 'blocks-3';
    expect(head.state.step).toBe(isNewest ? 2 : 3);
    const isNoticed = (isNewest && bytes !== null) || file === 'blocks-3' || file.startsWith('log');
    const isOtherHead = file === 'head-1' && bytes !== null;
    expect(damaged).toEqual(isNoticed || isOtherHead ? [name] : []);
    if (file.startsWith('log')) expect(log).toHaveLength(4);
    // It goes on from there, and is whole again.
    await storeOn(shelf).write(toyCheckpoint(8), head);
    expect((await storeOn(shelf).read('r1')).head.state.step).toBe(8);
  });

  test('both heads: it is said, with their names, and nothing is loaded', async () => {
    const shelf = createMemoryShelf();
    await keep(storeOn(shelf), [1, 2]);
    for (const slot of [0, 1]) shelf.files.set(`r1.head-${slot}`, Uint8Array.of(1));
    await expect(storeOn(shelf).read('r1')).rejects.toThrow(/checkpointsDamaged.*head-0.*head-1/);
    expect(await storeOn(shelf).heads()).toEqual([]);
  });

  test('a head of another form is told from a damaged one by nobody: it is not used', async () => {
    const shelf = createMemoryShelf();
    const after = await keep(storeOn(shelf), [1]);
    const later = { ...toyCheckpoint(2), savedAt: 5 as unknown as string };
    await storeOn(shelf).write(later, after);
    const { head, damaged } = await storeOn(shelf).read('r1');
    expect([head.state.step, damaged]).toEqual([1, ['r1.head-1']]);
  });
});

test('what runs have left that never came to a checkpoint goes when another begins', async () => {
  const shelf = createMemoryShelf();
  shelf.files.set('gone.blocks-1', Uint8Array.of(1));
  await keep(storeOn(shelf), [1]);
  expect([...shelf.files.keys()].sort()).toEqual(['r1.blocks-1', 'r1.head-0', 'r1.log-1']);
});
