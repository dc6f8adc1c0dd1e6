import { AppError, causeOf } from '../errors.ts';
import type { RunId, TrainEvent } from '../protocol/index.ts';
import type { BlockName, Checkpoint, CheckpointHead, NewCheckpoint } from './checkpoint.ts';
import {
  blockBytes,
  blocksFile,
  type Digest,
  filesOf,
  filesWithoutHead,
  headBytes,
  headFile,
  headFrom,
  logBytes,
  logFile,
  logFrom,
  runsIn,
  slotOf,
  slots,
} from './checkpointFiles.ts';
import type { Shelf } from './shelf.ts';

/** Where runs on their way are kept, each at its last two moments. */
export interface CheckpointStore {
  /**
   * Settles with its head once all of it is written and was read again; until then, and where it rejects, the one before
   * is untouched. `after` is the head of the one that the run has gone on from, null for a run's first.
   * @throws AppError 'storage-failed'.
   */
  write(checkpoint: NewCheckpoint, after: CheckpointHead | null): Promise<CheckpointHead>;
  /**
   * The newest one whose bytes are what was written.
   * @throws AppError 'not-ready' where the run has none, 'storage-failed' where none is whole.
   */
  read(runId: RunId): Promise<Checkpoint>;
  /** The newest of each run, its blocks unread. */
  heads(): Promise<readonly CheckpointHead[]>;
  remove(runIds: readonly RunId[]): Promise<void>;
}

interface Place {
  readonly shelf: Shelf;
  readonly digest: Digest;
}

export function createCheckpointStore(shelf: Shelf, digest: Digest): CheckpointStore {
  const place = { shelf, digest };
  return {
    write: (checkpoint, after) =>
      shelf.alone(async () => {
        try {
          return await write(place, checkpoint, after);
        } catch (error) {
          if (error instanceof AppError) throw error;
          throw new AppError('storage-failed', 'checkpointNotWritten', { cause: causeOf(error) });
        }
      }),
    read: (runId) => read(place, runId),
    async heads() {
      const names = await shelf.names();
      const found = runsIn(names).map((runId) => headsOf(place, runId, names));
      return (await Promise.all(found)).flatMap(({ whole }) => whole[0] ?? []);
    },
    remove: (runIds) =>
      shelf.alone(async () => {
        for (const runId of runIds) await removeRun(shelf, runId);
      }),
  };
}

/** Newest first; files that are there and can't be read are damaged. */
async function headsOf(
  { shelf, digest }: Place,
  runId: RunId,
  names: readonly string[],
): Promise<{ readonly whole: readonly CheckpointHead[]; readonly damaged: readonly string[] }> {
  const whole: CheckpointHead[] = [];
  const damaged: string[] = [];
  for (const slot of slots) {
    const name = headFile(runId, slot);
    if (!names.includes(name)) continue;
    try {
      whole.push(await headFrom(await shelf.read(name), digest));
    } catch {
      damaged.push(name);
    }
  }
  return { whole: whole.sort((a, b) => b.generation - a.generation), damaged };
}

/** New files first, then the head that names them, in the slot that isn't the last good one's; what nothing names goes last. */
async function write(
  place: Place,
  { blocks, events, ...rest }: NewCheckpoint,
  after: CheckpointHead | null,
): Promise<CheckpointHead> {
  const { shelf, digest } = place;
  const { runId } = rest.run;
  if (!after) await makeRoom(shelf, runId);
  const generation = 1 + (after?.generation ?? 0);
  const parts = blocks.map((block) => ({ ...block, bytes: blockBytes(block) }));
  const log = logBytes(events);
  const head: CheckpointHead = {
    format: 'mixdesk-checkpoint',
    version: 1,
    generation,
    ...rest,
    blocks: await Promise.all(
      parts.map(async ({ name, words, bytes }) => {
        return { name, length: words.length, sha256: await digest(bytes) };
      }),
    ),
    log: [...(after?.log ?? []), { generation, bytes: log.length, sha256: await digest(log) }],
  };
  const aside = [blocksFile(runId, generation), logFile(runId, generation)] as const;
  try {
    await put(
      shelf,
      aside[0],
      parts.map(({ bytes }) => bytes),
    );
    await put(shelf, aside[1], [log]);
    await put(shelf, headFile(runId, slotOf(generation)), [await headBytes(head, digest)]);
  } catch (error) {
    // They may be what fills the disk; where they can't go either, the next checkpoint takes their names.
    await Promise.allSettled(aside.map((name) => shelf.remove(name)));
    throw error;
  }
  await sweep(shelf, [head, ...(after ? [after] : [])]);
  return head;
}

/** @throws RangeError when what is read again is something else. */
async function put(shelf: Shelf, name: string, parts: readonly Uint8Array[]): Promise<void> {
  await shelf.write(name, parts);
  const found = await shelf.read(name);
  let at = 0;
  for (const part of parts) {
    const isSame = isEqual(part, found.subarray(at, at + part.length));
    if (!isSame) throw new RangeError(`checkpoint: ${name} is not what was written`);
    at += part.length;
  }
  if (at !== found.length) throw new RangeError(`checkpoint: ${name} is not what was written`);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A new run takes nothing over: neither what is called like it, nor what runs without a head have left. */
async function makeRoom(shelf: Shelf, runId: RunId): Promise<void> {
  await removeRun(shelf, runId);
  const names = await shelf.names();
  await Promise.allSettled(filesWithoutHead(names).map((name) => shelf.remove(name)));
}

/** Removes the files of the run that these heads don't name. What can't go now goes after the next checkpoint. */
async function sweep(shelf: Shelf, heads: readonly CheckpointHead[]): Promise<void> {
  const { runId } = heads[0]!.run;
  const needed = new Set<string>([
    ...slots.map((slot) => headFile(runId, slot)),
    ...heads.map(({ generation }) => blocksFile(runId, generation)),
    ...heads.flatMap(({ log }) => log.map(({ generation }) => logFile(runId, generation))),
  ]);
  try {
    const stray = filesOf(runId, await shelf.names()).filter((name) => !needed.has(name));
    await Promise.allSettled(stray.map((name) => shelf.remove(name)));
  } catch {
    return;
  }
}

async function read(place: Place, runId: RunId): Promise<Checkpoint> {
  const { whole, damaged } = await headsOf(place, runId, await place.shelf.names());
  const bad = [...damaged];
  for (const head of whole) {
    const blocks = await blocksOf(place, head);
    if (blocks) return { head, blocks, log: await logOf(place, head, bad), damaged: bad };
    bad.push(blocksFile(runId, head.generation));
  }
  if (bad.length === 0) throw new AppError('not-ready', 'noCheckpoint', { runId });
  throw new AppError('storage-failed', 'checkpointsDamaged', { runId, files: bad });
}

/** Null where a block is not what was written. */
async function blocksOf(
  { shelf, digest }: Place,
  { run, generation, blocks }: CheckpointHead,
): Promise<Checkpoint['blocks'] | null> {
  const bytes = await shelf.read(blocksFile(run.runId, generation)).catch(() => null);
  if (!bytes) return null;
  const found: Partial<Record<BlockName, Float32Array>> = {};
  let at = 0;
  for (const { name, length, sha256 } of blocks) {
    const own = bytes.slice(at, (at += 4 * length));
    if ((await digest(own)) !== sha256) return null;
    found[name] = new Float32Array(own.buffer);
  }
  return at === bytes.length ? found : null;
}

/** Without the parts that are damaged: the run goes on without them, its record has a gap. */
async function logOf(
  { shelf, digest }: Place,
  { run, log }: CheckpointHead,
  damaged: string[],
): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for (const { generation, sha256 } of log) {
    const name = logFile(run.runId, generation);
    const bytes = await shelf.read(name).catch(() => null);
    if (bytes && (await digest(bytes)) === sha256) events.push(...logFrom(bytes));
    else damaged.push(name);
  }
  return events;
}

/** Heads first: without them the rest is nobody's. */
async function removeRun(shelf: Shelf, runId: RunId): Promise<void> {
  const names = filesOf(runId, await shelf.names());
  const isHead = (name: string): boolean => slots.some((slot) => name === headFile(runId, slot));
  for (const name of names.filter(isHead)) await shelf.remove(name);
  await Promise.all(names.filter((name) => !isHead(name)).map((name) => shelf.remove(name)));
}
