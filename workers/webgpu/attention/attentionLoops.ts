import { mainHeader } from '../mainHeader.ts';
import { upTo } from '../product/scalarOperands.ts';
import type { AttentionLayout } from './attentionLayout.ts';

/** Two streams of chunks, such as keys and values, that the threads of a workgroup all pass over. */
export interface Streams {
  /** WGSL of the place of a position's first chunk in each stream, from `position`. */
  readonly places: readonly [string, string];
  readonly buffers: readonly [string, string];
  /** WGSL of the range that all threads together need, the same for all of them: first, last. */
  readonly bounds: readonly [string, string];
  /** WGSL of the range that the positions of this thread together need. */
  readonly range: readonly [string, string];
}

/** `line` once for each of a thread's own positions. */
export const eachOwn = ({ perThread }: AttentionLayout, line: (r: number) => string): string =>
  upTo(perThread).map(line).join('\n');

/** `line` once for each chunk of a head. */
export const eachChunk = ({ head }: AttentionLayout, line: (c: number) => string): string =>
  upTo(head).map(line).join('\n');

/** `line` once for each of a thread's own positions and each chunk of a head. */
export const eachOwnChunk = (
  layout: AttentionLayout,
  line: (r: number, c: number) => string,
): string => eachOwn(layout, (r) => eachChunk(layout, (c) => line(r, c)));

/** WGSL of a dot product over a head whose chunks have these names and their numbers. */
export const dotOver = ({ head }: AttentionLayout, a: string, b: string): string =>
  upTo(head)
    .map((c) => `dot(${a}${c}, ${b}${c})`)
    .join(' + ');

/**
 * WGSL up to the point where a thread knows what it works on: `batch`, `head` (of nHeads), its own
 * positions `own<r>` in the row and their rows `n<r>` of the matrices; `first` and `last` are those
 * of the workgroup.
 */
export function attentionStart(layout: AttentionLayout, nHeads: number): string {
  const { threads, perThread } = layout;
  const block = threads * perThread;
  return `
${mainHeader(threads)}
  let blocks = (params.seqLen + ${block - 1}u) / ${block}u;
  let first = groupIndex % blocks * ${block}u;
  let last = min(first + ${block - 1}u, params.seqLen - 1u);
  let head = groupIndex / blocks % ${nHeads}u;
  let batch = groupIndex / blocks / ${nHeads}u;
  let row = batch * params.seqLen;
  if (row >= params.rows) { return; }
  ${eachOwn(
    layout,
    (r) => `
  let isInside${r} = first + lane + ${r * threads}u <= last;
  let own${r} = min(first + lane + ${r * threads}u, last);
  let n${r} = row + own${r};`,
  )}`;
}

/**
 * The same for a pass over keys, whose threads have queries: with the first chunk `kvHead` of the
 * key/value head, and for each query its first key `begin<r>` and its place `query<r>` in qkv.
 */
export function queriesStart(layout: AttentionLayout): string {
  const { row, nHeads, group, head } = layout;
  return `${attentionStart(layout, nHeads)}
  let kvHead = head / ${group}u * ${head}u;
  ${eachOwn(
    layout,
    (r) => `
  let begin${r} = u32(spans[n${r}]);
  let query${r} = n${r} * ${row}u + head * ${head}u;`,
  )}`;
}

/** Declarations of the tiles in workgroup memory, if there are any. */
export const tileMemory = ({ tile, head, chunk }: AttentionLayout): string =>
  tile === 0
    ? ''
    : `
var<workgroup> tile0: array<${chunk}, ${tile * head}>;
var<workgroup> tile1: array<${chunk}, ${tile * head}>;`;

/**
 * WGSL of a loop over positions, `position` counting, with `body` working on chunk c of the two
 * streams by the names `s0_c` and `s1_c`. The register variant reads memory: threads that pass over
 * the same positions together load the same numbers. The other one goes tile by tile.
 */
export function streamLoop(layout: AttentionLayout, streams: Streams, body: string): string {
  return layout.tile === 0 ? directLoop(layout, streams, body) : tiledLoop(layout, streams, body);
}

function directLoop(layout: AttentionLayout, streams: Streams, body: string): string {
  const { places, buffers, range } = streams;
  return `
  for (var position = ${range[0]}; position <= ${range[1]}; position++) {
    let place0 = ${places[0]};
    let place1 = ${places[1]};
    ${eachChunk(layout, (c) => `let s0_${c} = ${buffers[0]}[place0 + ${c}u];`)}
    ${eachChunk(layout, (c) => `let s1_${c} = ${buffers[1]}[place1 + ${c}u];`)}
    ${body}
  }`;
}

function tiledLoop(layout: AttentionLayout, streams: Streams, body: string): string {
  const { places, buffers, range, bounds } = streams;
  const { tile, head, threads } = layout;
  return `
  for (var start = ${bounds[0]}; start <= ${bounds[1]}; start += ${tile}u) {
    workgroupBarrier();
    for (var i = lane; i < ${tile * head}u; i += ${threads}u) {
      let position = min(start + i / ${head}u, params.seqLen - 1u);
      tile0[i] = ${buffers[0]}[${places[0]} + i % ${head}u];
      tile1[i] = ${buffers[1]}[${places[1]} + i % ${head}u];
    }
    workgroupBarrier();
    let end = min(${range[1]}, start + ${tile - 1}u);
    for (var position = max(${range[0]}, start); position <= end; position++) {
      let at = (position - start) * ${head}u;
      ${eachChunk(layout, (c) => `let s0_${c} = tile0[at + ${c}u];`)}
      ${eachChunk(layout, (c) => `let s1_${c} = tile1[at + ${c}u];`)}
      ${body}
    }
  }`;
}
