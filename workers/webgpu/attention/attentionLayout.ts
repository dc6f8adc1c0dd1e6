import type { HeadLayout } from '../headLayout.ts';
import type { ElementType } from '../program.ts';
import type { Recorder } from '../recorder.ts';

/** Sizes of an attention shader, which counts in chunks of four numbers (two where Dh needs it). */
export interface AttentionLayout {
  readonly nHeads: number;
  readonly nKvHeads: number;
  /** Query heads that share a key/value head. */
  readonly group: number;
  readonly chunk: ElementType;
  /** Chunks of a head, of a packed qkv row, of an output row. */
  readonly head: number;
  readonly row: number;
  readonly outRow: number;
  readonly threads: number;
  /** Positions of a row that a thread has: what it loads serves all of them. */
  readonly perThread: number;
  /** Positions that a tile in workgroup memory holds; 0 in the register variant. */
  readonly tile: number;
}

// Two tiles of floats fill the 16 KiB of workgroup memory that every device has.
const tileFloats = 2048;

export function attentionLayout(
  { nHeads, nKvHeads, headDim }: HeadLayout,
  { variants }: Recorder,
): AttentionLayout {
  const width = headDim % 4 === 0 ? 4 : 2;
  const head = headDim / width;
  const isTiled = variants.attention === 'workgroup';
  return {
    nHeads,
    nKvHeads,
    group: nHeads / nKvHeads,
    chunk: width === 4 ? 'vec4f' : 'vec2f',
    head,
    row: (nHeads + 2 * nKvHeads) * head,
    outRow: nHeads * head,
    perThread: isTiled ? 1 : 4,
    threads: isTiled ? 64 : variants.registerLanes,
    tile: isTiled ? Math.max(1, Math.min(64, Math.floor(tileFloats / headDim))) : 0,
  };
}

/** Names a shader of this layout. */
export const layoutKey = ({ nHeads, nKvHeads, head, chunk }: AttentionLayout): string =>
  [nHeads, nKvHeads, head, chunk].join('/');
