import { attentionStart, dotOver, eachChunk, streamLoop, tileMemory } from './attentionLoops.ts';
import type { AttentionLayout } from './attentionLayout.ts';

/**
 * WGSL of the queries' gradient (Dao et al. 2022, algorithm 4): a thread a query and head. On the
 * way each writes `delta`, the sum of dOut · out over the head, for the other pass.
 */
export function queryGradient(layout: AttentionLayout): string {
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
  let result = n * ${outRow}u + head * ${head}u;
  ${eachChunk(layout, (c) => `let q${c} = qkv[query + ${c}u];`)}
  ${eachChunk(layout, (c) => `let d${c} = dOut[result + ${c}u];`)}
  ${eachChunk(layout, (c) => `var dq${c} = ${chunk}(0.0);`)}
  let logSum = lse[n * ${nHeads}u + head];
  let own_ = ${dotOver(
    layout,
    (c) => `d${c}`,
    (c) => `out[result + ${c}u]`,
  )};
  ${streamLoop(
    layout,
    streams,
    `
    let weight = exp(${dotOver(
      layout,
      (c) => `q${c}`,
      (c) => `s0_${c}`,
    )} - logSum);
    let slope = weight * (${dotOver(
      layout,
      (c) => `d${c}`,
      (c) => `s1_${c}`,
    )} - own_);
    ${eachChunk(layout, (c) => `dq${c} += slope * s0_${c};`)}`,
  )}
  if (isInside) {
    delta[n * ${nHeads}u + head] = own_;
    ${eachChunk(layout, (c) => `dQkv[query + ${c}u] = dq${c};`)}
  }
}`;
}

/**
 * WGSL of the keys' and values' gradients: a thread a key and key/value head, which passes over the
 * queries that see the key, for each query head that shares it.
 */
export function keyValueGradient(layout: AttentionLayout): string {
  const { row, nHeads, nKvHeads, group, head, chunk, outRow } = layout;
  const streams = {
    buffers: ['qkv', 'dOut'],
    places: [
      `(row + position) * ${row}u + queryHead * ${head}u`,
      `(row + position) * ${outRow}u + queryHead * ${head}u`,
    ],
    bounds: ['first', 'u32(spans[params.rows + row + last])'],
    // From the first key of the workgroup on, so that the threads load the same numbers.
    range: ['first', 'end_'],
  } as const;
  return `
${tileMemory(layout)}
${attentionStart(layout, nKvHeads)}
  let end_ = u32(spans[params.rows + n]);
  let key = n * ${row}u + ${nHeads * head}u + head * ${head}u;
  let value = key + ${nKvHeads * head}u;
  ${eachChunk(layout, (c) => `let k${c} = qkv[key + ${c}u];`)}
  ${eachChunk(layout, (c) => `let v${c} = qkv[value + ${c}u];`)}
  ${eachChunk(layout, (c) => `var dk${c} = ${chunk}(0.0);`)}
  ${eachChunk(layout, (c) => `var dv${c} = ${chunk}(0.0);`)}
  for (var member = 0u; member < ${group}u; member++) {
    let queryHead = head * ${group}u + member;
    ${streamLoop(layout, streams, keyValueStep(layout))}
  }
  if (isInside) {
    ${eachChunk(layout, (c) => `dQkv[key + ${c}u] = dk${c};`)}
    ${eachChunk(layout, (c) => `dQkv[value + ${c}u] = dv${c};`)}
  }
}`;
}

const keyValueStep = (layout: AttentionLayout): string => `
      if (position >= own) {
        let query = (row + position) * ${layout.nHeads}u + queryHead;
        let weight = exp(${dotOver(
          layout,
          (c) => `s0_${c}`,
          (c) => `k${c}`,
        )} - lse[query]);
        let slope = weight * (${dotOver(
          layout,
          (c) => `s1_${c}`,
          (c) => `v${c}`,
        )} - delta[query]);
        ${eachChunk(layout, (c) => `dk${c} += slope * s0_${c};`)}
        ${eachChunk(layout, (c) => `dv${c} += weight * s1_${c};`)}
      }`;
