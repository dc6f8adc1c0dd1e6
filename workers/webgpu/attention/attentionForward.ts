import {
  dotOver,
  eachChunk,
  eachOwn,
  eachOwnChunk,
  queriesStart,
  streamLoop,
  tileMemory,
} from './attentionLoops.ts';
import type { AttentionLayout } from './attentionLayout.ts';
import { keysAndValues } from './keysAndValues.ts';

/**
 * WGSL of attention in one pass with a running maximum (Milakov & Gimelshein 2018; Dao et al. 2022,
 * FlashAttention, algorithm 1): a thread has one or a few queries of a head; no scores are stored.
 */
export function attentionForward(layout: AttentionLayout): string {
  const { nHeads, head, chunk, outRow } = layout;
  return `
${tileMemory(layout)}
${queriesStart(layout)}
  ${eachOwn(
    layout,
    (r) => `
  var top${r} = -1.0e30;
  var total${r} = 0.0;`,
  )}
  ${eachOwnChunk(layout, (r, c) => `let q${r}_${c} = qkv[query${r} + ${c}u];`)}
  ${eachOwnChunk(layout, (r, c) => `var o${r}_${c} = ${chunk}(0.0);`)}
  ${streamLoop(
    layout,
    keysAndValues(layout),
    eachOwn(layout, (r) => onlineSoftmax(layout, r)),
  )}
  ${eachOwn(
    layout,
    (r) => `
  if (isInside${r}) {
    let to = n${r} * ${outRow}u + head * ${head}u;
    ${eachChunk(layout, (c) => `out[to + ${c}u] = o${r}_${c} / total${r};`)}
    lse[n${r} * ${nHeads}u + head] = top${r} + log(total${r});
  }`,
  )}
}`;
}

const onlineSoftmax = (layout: AttentionLayout, r: number): string => `
    if (position >= begin${r} && position <= own${r}) {
      let score = ${dotOver(layout, `q${r}_`, 's0_')};
      if (score > top${r}) {
        let shrink = exp(top${r} - score);
        top${r} = score;
        total${r} *= shrink;
        ${eachChunk(layout, (c) => `o${r}_${c} *= shrink;`)}
      }
      let weight = exp(score - top${r});
      total${r} += weight;
      ${eachChunk(layout, (c) => `o${r}_${c} += weight * s1_${c};`)}
    }`;
