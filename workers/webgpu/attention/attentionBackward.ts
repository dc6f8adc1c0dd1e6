import {
  attentionStart,
  dotOver,
  eachChunk,
  eachOwn,
  eachOwnChunk,
  queriesStart,
  streamLoop,
  tileMemory,
} from './attentionLoops.ts';
import type { Streams } from './attentionLoops.ts';
import type { AttentionLayout } from './attentionLayout.ts';
import { keysAndValues } from './keysAndValues.ts';

/**
 * WGSL of the queries' gradient (Dao et al. 2022, algorithm 4): a thread has one or a few queries of
 * a head. On the way it writes their `delta`, the sum of dOut · out over the head, for the other pass.
 */
export function queryGradient(layout: AttentionLayout): string {
  const { nHeads, head, chunk, outRow } = layout;
  return `
${tileMemory(layout)}
${queriesStart(layout)}
  ${eachOwn(
    layout,
    (r) => `
  let result${r} = n${r} * ${outRow}u + head * ${head}u;
  let logSum${r} = lse[n${r} * ${nHeads}u + head];
  var delta${r} = 0.0;`,
  )}
  ${eachOwnChunk(
    layout,
    (r, c) => `
  let q${r}_${c} = qkv[query${r} + ${c}u];
  let d${r}_${c} = dOut[result${r} + ${c}u];
  delta${r} += dot(d${r}_${c}, out[result${r} + ${c}u]);
  var dq${r}_${c} = ${chunk}(0.0);`,
  )}
  ${streamLoop(
    layout,
    keysAndValues(layout),
    eachOwn(layout, (r) => queryStep(layout, r)),
  )}
  ${eachOwn(
    layout,
    (r) => `
  if (isInside${r}) {
    delta[n${r} * ${nHeads}u + head] = delta${r};
    ${eachChunk(layout, (c) => `dQkv[query${r} + ${c}u] = dq${r}_${c};`)}
  }`,
  )}
}`;
}

const queryStep = (layout: AttentionLayout, r: number): string => `
    if (position >= begin${r} && position <= own${r}) {
      let weight = exp(${dotOver(layout, `q${r}_`, 's0_')} - logSum${r});
      let slope = weight * (${dotOver(layout, `d${r}_`, 's1_')} - delta${r});
      ${eachChunk(layout, (c) => `dq${r}_${c} += slope * s0_${c};`)}
    }`;

/**
 * WGSL of the keys' and values' gradients: a thread has one or a few keys of a key/value head and
 * passes over the queries that see them, for each query head that shares the key/value head.
 */
export function keyValueGradient(layout: AttentionLayout): string {
  const { row, nHeads, nKvHeads, group, head, chunk } = layout;
  return `
${tileMemory(layout)}
${attentionStart(layout, nKvHeads)}
  ${eachOwn(
    layout,
    (r) => `
  let end${r} = u32(spans[params.rows + n${r}]);
  let key${r} = n${r} * ${row}u + ${nHeads * head}u + head * ${head}u;
  let value${r} = key${r} + ${nKvHeads * head}u;`,
  )}
  ${eachOwnChunk(
    layout,
    (r, c) => `
  let k${r}_${c} = qkv[key${r} + ${c}u];
  let v${r}_${c} = qkv[value${r} + ${c}u];
  var dk${r}_${c} = ${chunk}(0.0);
  var dv${r}_${c} = ${chunk}(0.0);`,
  )}
  for (var member = 0u; member < ${group}u; member++) {
    let queryHead = head * ${group}u + member;
    ${streamLoop(layout, queriesAndGradients(layout), keyValueStep(layout))}
  }
  ${eachOwn(
    layout,
    (r) => `
  if (isInside${r}) {
    ${eachChunk(layout, (c) => `dQkv[key${r} + ${c}u] = dk${r}_${c};`)}
    ${eachChunk(layout, (c) => `dQkv[value${r} + ${c}u] = dv${r}_${c};`)}
  }`,
  )}
}`;
}

/** From the workgroup's first key on, so that its threads load the same numbers. */
const queriesAndGradients = ({ row, outRow, head, perThread }: AttentionLayout): Streams => ({
  buffers: ['qkv', 'dOut'],
  places: [
    `(row + position) * ${row}u + queryHead * ${head}u`,
    `(row + position) * ${outRow}u + queryHead * ${head}u`,
  ],
  bounds: ['first', 'u32(spans[params.rows + row + last])'],
  range: ['first', `end${perThread - 1}`],
});

const keyValueStep = (layout: AttentionLayout): string => `
      let query = (row + position) * ${layout.nHeads}u + queryHead;
      let logSum = lse[query];
      let delta_ = delta[query];
      ${eachOwn(
        layout,
        (r) => `
      if (position >= own${r} && position <= end${r}) {
        let weight = exp(${dotOver(layout, 's0_', `k${r}_`)} - logSum);
        let slope = weight * (${dotOver(layout, 's1_', `v${r}_`)} - delta_);
        ${eachChunk(layout, (c) => `dk${r}_${c} += slope * s0_${c};`)}
        ${eachChunk(layout, (c) => `dv${r}_${c} += weight * s1_${c};`)}
      }`,
      )}`;
