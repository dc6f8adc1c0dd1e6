import type { EngineInfo, TrainEvent } from '../protocol/index.ts';
import type { NewRun } from '../runs/record.ts';
import type { RunState } from './runState.ts';

/**
 * One flat vector of single precision: what is trained (all weights, or adapters), AdamW's two moments of it, the
 * frozen weights under adapters where they are not the loaded model's, and what is trained as it was at its best evaluation
 * where that is not now.
 */
export type BlockName = 'params' | 'mean' | 'square' | 'frozen' | 'best';

/** A block before it is written. */
export interface Block {
  readonly name: BlockName;
  readonly words: Float32Array;
}

interface Hashed {
  /** Lower-case hex, of the bytes. */
  readonly sha256: string;
}

/** A run at one moment, without its blocks: what a list of runs that can go on shows, and what says which files belong to it. */
export interface CheckpointHead {
  readonly format: 'mixdesk-checkpoint';
  readonly version: 1;
  /** Counts the checkpoints of the run, from 1. */
  readonly generation: number;
  readonly run: NewRun;
  /** Version of Mixdesk that wrote it. */
  readonly app: string;
  readonly engine: EngineInfo;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly state: RunState;
  /** In the order of their file. */
  readonly blocks: readonly (Hashed & { readonly name: BlockName; readonly length: number })[];
  /** Parts of the run's log up to this moment, each of the generation that wrote it. */
  readonly log: readonly (Hashed & { readonly generation: number; readonly bytes: number })[];
}

/** A checkpoint that is to be written. */
export interface NewCheckpoint extends Pick<
  CheckpointHead,
  'run' | 'app' | 'engine' | 'savedAt' | 'state'
> {
  readonly blocks: readonly Block[];
  /** What has happened since the checkpoint before. */
  readonly events: readonly TrainEvent[];
}

/** A checkpoint as it was read. */
export interface Checkpoint {
  readonly head: CheckpointHead;
  readonly blocks: Readonly<Partial<Record<BlockName, Float32Array>>>;
  /** All that had happened to the run. */
  readonly log: readonly TrainEvent[];
  /** Files that were not what they had been; nothing in them was used. */
  readonly damaged: readonly string[];
}

/** Of all its files. */
export const bytesOf = ({ blocks, log }: CheckpointHead): number =>
  blocks.reduce((sum, { length }) => sum + 4 * length, 0) +
  log.reduce((sum, { bytes }) => sum + bytes, 0);
