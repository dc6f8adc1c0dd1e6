import { attentionStart, dotOver, eachChunk, streamLoop, tileMemory } from './attentionLoops.ts';
import type { AttentionLayout } from './attentionLayout.ts';

/**
 * WGSL of attention in one pass with a running maximum (Milakov & Gimelshein 2018; Dao et al. 2022,
 * FlashAttention, algorithm 1): a thread a query and head; no scores are stored.
 */
export function attentionForward(layout: AttentionLayout): string {
  const { row, nHeads, nKvHeads, group, head, chunk, outRow } = layout;
  const streams = {
    buffers: ['qkv', 'qkv'],
    places: [
      `(row + position) * ${row}u + ${nHeads * head}u + kvHead`,
      `(row + position) * ${row}u + ${(nHeads + nKvHeads) * head}u + kvHead`,
    ],
    bounds: ['u32(spans[row + first])', 'last'],
    range: ['begin', 'own'],
  } as const;
  return `
${tileMemory(layout)}
${attentionStart(layout, nHeads)}
  let kvHead = head / ${group}u * ${head}u;
  let begin = u32(spans[n]);
  let query = n * ${row}u + head * ${head}u;
  ${eachChunk(layout, (c) => `let q${c} = qkv[query + ${c}u];`)}
  ${eachChunk(layout, (c) => `var o${c} = ${chunk}(0.0);`)}
  var top = -1.0e30;
  var total = 0.0;
  ${streamLoop(layout, streams, onlineSoftmax(layout))}
  if (isInside) {
    let to = n * ${outRow}u + head * ${head}u;
    ${eachChunk(layout, (c) => `out[to + ${c}u] = o${c} / total;`)}
    lse[n * ${nHeads}u + head] = top + log(total);
  }
}`;
}

const onlineSoftmax = (layout: AttentionLayout): string => `
    let score = ${dotOver(
      layout,
      (c) => `q${c}`,
      (c) => `s0_${c}`,
    )};
    if (score > top) {
      let shrink = exp(top - score);
      top = score;
      total *= shrink;
      ${eachChunk(layout, (c) => `o${c} *= shrink;`)}
    }
    let weight = exp(score - top);
    total += weight;
    ${eachChunk(layout, (c) => `o${c} += weight * s1_${c};`)}`;
