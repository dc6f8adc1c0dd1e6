import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import { headOf, lightOf } from '../../core/runs/head.ts';
import { applyEvents, createRunRecord } from '../../core/runs/record.ts';
import type { RunStore } from '../../core/runs/runStore.ts';
import type { KeptRun, KeptTables, OpenDatabase } from './database.ts';

/**
 * Runs in the browser's database. Each method is one transaction: it is done as a whole, or, where the tab is closed or the
 * disk is full, not at all.
 */
export function createIndexedRunStore(open: OpenDatabase): RunStore {
  return {
    async heads() {
      const kept = await (await open()).getAllFromIndex('runs', 'order');
      return kept.map(({ light, bytes }) => headOf(light, bytes));
    },

    async create(run) {
      await within(open, async (runs) => {
        const { runId } = run;
        if (await runs.getKey(runId)) {
          throw new RangeError(`runs: "${runId}" is there already`);
        }
        const last = await runs.index('order').openKeyCursor(null, 'prev');
        const order = (last?.key ?? 0) + 1;
        await runs.add({ runId, order, run, light: createRunRecord(run), bytes: 0 });
      });
    },

    append: (runId, events) => within(open, (...tables) => append(tables, runId, events)),

    rewind: (runId, events) => within(open, (...tables) => rewind(tables, runId, events)),

    async open(runId) {
      const transaction = (await open()).transaction(['runs', 'runEvents']);
      const [kept, log] = await Promise.all([
        transaction.objectStore('runs').get(runId),
        transaction.objectStore('runEvents').index('runId').getAll(runId),
      ]);
      const events = log.flatMap((entry) => entry.events);
      return applyEvents(createRunRecord(needed(kept, runId).run), events);
    },

    async rename(runId, name) {
      await within(open, async (runs) => {
        const kept = needed(await runs.get(runId), runId);
        const { run, light } = kept;
        await runs.put({ ...kept, run: { ...run, name }, light: { ...light, name } });
      });
    },

    async remove(runIds) {
      await within(open, async (runs, log) => {
        for (const runId of runIds) {
          needed(await runs.get(runId), runId);
          await runs.delete(runId);
          for (const key of await log.index('runId').getAllKeys(runId)) await log.delete(key);
        }
      });
    },
  };
}

type Tables = readonly [runs: Table<'runs'>, log: Table<'runEvents'>];

async function append(
  [runs, log]: Tables,
  runId: RunId,
  events: readonly TrainEvent[],
): Promise<void> {
  const kept = needed(await runs.get(runId), runId);
  const light = lightOf(applyEvents(kept.light, events));
  const bytes = kept.bytes + JSON.stringify(events).length;
  await Promise.all([runs.put({ ...kept, light, bytes }), log.add({ runId, events })]);
}

async function rewind(
  [runs, log]: Tables,
  runId: RunId,
  events: readonly TrainEvent[],
): Promise<void> {
  const kept = needed(await runs.get(runId), runId);
  for (const key of await log.index('runId').getAllKeys(runId)) await log.delete(key);
  await runs.put({ ...kept, light: createRunRecord(kept.run), bytes: 0 });
  await append([runs, log], runId, events);
}

type Writing = IDBPTransaction<KeptTables, ('runs' | 'runEvents')[], 'readwrite'>;
type Table<Name extends 'runs' | 'runEvents'> = IDBPObjectStore<
  KeptTables,
  ('runs' | 'runEvents')[],
  Name,
  'readwrite'
>;

/** All of the work, or none of it. */
async function within(
  open: OpenDatabase,
  work: (runs: Table<'runs'>, log: Table<'runEvents'>) => Promise<void>,
): Promise<void> {
  const transaction = (await open()).transaction(['runs', 'runEvents'], 'readwrite');
  // Its own rejection says the same as the work's; nobody else waits for it then.
  transaction.done.catch(() => undefined);
  try {
    await work(transaction.objectStore('runs'), transaction.objectStore('runEvents'));
  } catch (error) {
    abort(transaction);
    throw error;
  }
  await transaction.done;
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // A request that failed has ended it already.
  }
}

function needed(kept: KeptRun | undefined, runId: RunId): KeptRun {
  if (kept) return kept;
  throw new RangeError(`runs: no run "${runId}"`);
}
