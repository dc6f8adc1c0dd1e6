import type { AttentionLayout } from './attentionLayout.ts';
import type { Streams } from './attentionLoops.ts';

/**
 * The keys and values that a workgroup's queries see. What a query sees never begins before what an
 * earlier one sees, so the first query's begin is the earliest.
 */
export function keysAndValues(layout: AttentionLayout): Streams {
  const { row, nHeads, nKvHeads, head, perThread } = layout;
  return {
    buffers: ['qkv', 'qkv'],
    places: [
      `(row + position) * ${row}u + ${nHeads * head}u + kvHead`,
      `(row + position) * ${row}u + ${(nHeads + nKvHeads) * head}u + kvHead`,
    ],
    bounds: ['u32(spans[row + first])', 'last'],
    range: ['begin0', `own${perThread - 1}`],
  };
}
