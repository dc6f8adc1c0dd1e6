import type { RunId, TrainEvent } from '../protocol/index.ts';
import type { Block, CheckpointHead } from './checkpoint.ts';
import { parseHead } from './parseHead.ts';

/** Two heads, written in turn: while one is written, the other says what was good before. */
export const slots = [0, 1] as const;
type Slot = (typeof slots)[number];

/** Of a checkpoint: never that of the one before it. */
export const slotOf = (generation: number): Slot => (generation % 2 === 0 ? 1 : 0);

const prefixOf = (runId: RunId): string => `${encodeURIComponent(runId)}.`;

export const headFile = (runId: RunId, slot: Slot): string => `${prefixOf(runId)}head-${slot}`;

export const blocksFile = (runId: RunId, generation: number): string =>
  `${prefixOf(runId)}blocks-${generation}`;

export const logFile = (runId: RunId, generation: number): string =>
  `${prefixOf(runId)}log-${generation}`;

/** Those of the run. Another run's id can't begin with this one and a dot: a dot begins the kind of a file alone. */
export const filesOf = (runId: RunId, names: readonly string[]): string[] => {
  const prefix = prefixOf(runId);
  return names.filter(
    (name) => name.lastIndexOf('.') + 1 === prefix.length && name.startsWith(prefix),
  );
};

/** The runs that have a head, whole or not. */
export const runsIn = (names: readonly string[]): RunId[] => [
  ...new Set(
    names.flatMap((name) => {
      const at = name.lastIndexOf('.head-');
      return at > 0 ? [decodeURIComponent(name.slice(0, at))] : [];
    }),
  ),
];

/** What a run has left that ended before its first checkpoint was whole. */
export function filesWithoutHead(names: readonly string[]): string[] {
  const known = new Set(runsIn(names).flatMap((runId) => filesOf(runId, names)));
  return names.filter((name) => !known.has(name));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** SHA-256 in lower-case hex. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** JSON under its own hash. */
export async function headBytes(head: CheckpointHead, digest: Digest): Promise<Uint8Array> {
  const json = JSON.stringify(head);
  return encoder.encode(`${await digest(encoder.encode(json))}\n${json}`);
}

/** @throws RangeError for bytes that are not what was written, AppError 'storage-failed' for another format. */
export async function headFrom(bytes: Uint8Array, digest: Digest): Promise<CheckpointHead> {
  const text = decoder.decode(bytes);
  const [hash, json = ''] = text.split('\n');
  if (hash !== (await digest(encoder.encode(json))))
    throw new RangeError('checkpoint: a head is damaged');
  return parseHead(JSON.parse(json));
}

export const logBytes = (events: readonly TrainEvent[]): Uint8Array =>
  encoder.encode(JSON.stringify(events));

/** Of bytes whose hash has been checked. */
export const logFrom = (bytes: Uint8Array): TrainEvent[] =>
  JSON.parse(decoder.decode(bytes)) as TrainEvent[];

export const blockBytes = ({ words }: Block): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
