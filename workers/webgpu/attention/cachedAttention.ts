import type { HeadLayout } from '../headLayout.ts';
import { mainHeader } from '../mainHeader.ts';
import { upTo } from '../product/scalarOperands.ts';
import type { Recorder } from '../recorder.ts';

// Floats of workgroup memory for the threads' partial results, of the 4096 that every device has.
const partFloats = 3072;

/**
 * Attention of one new column over the cache: a workgroup a stream and query head, whose threads
 * part the columns and are put together at the end. The new key and value are read from qkv, so
 * that nobody waits for their writing into the cache.
 */
export function cachedAttention(
  heads: HeadLayout,
  { variants }: Recorder,
): { threads: number; code: () => string } {
  let threads = variants.attention === 'workgroup' ? 32 : variants.registerLanes;
  while (threads > 1 && threads * heads.headDim > partFloats) threads /= 2;
  return { threads, code: () => shader(heads, threads) };
}

function shader({ nHeads, nKvHeads, headDim }: HeadLayout, threads: number): string {
  const each = (line: (d: number) => string): string => upTo(headDim).map(line).join('\n');
  const dot = upTo(headDim)
    .map((d) => `q${d} * key${d}`)
    .join(' + ');
  const group = nHeads / nKvHeads;
  const step = `
    let score = ${dot};
    let higher = max(top, score);
    let shrink = exp(top - higher);
    let weight = exp(score - higher);
    top = higher;
    total = total * shrink + weight;`;
  return `
var<workgroup> tops: array<f32, ${threads}>;
var<workgroup> totals: array<f32, ${threads}>;
var<workgroup> sums: array<f32, ${threads * headDim}>;
${mainHeader(threads)}
  let stream = groupIndex / ${nHeads}u;
  let head = groupIndex % ${nHeads}u;
  if (stream >= params.streams) { return; }
  let kvHead = head / ${group}u;
  let row = stream * ${(nHeads + 2 * nKvHeads) * headDim}u;
  let newKey = row + ${nHeads * headDim}u + kvHead * ${headDim}u;
  let newValue = newKey + ${nKvHeads * headDim}u;
  let place = (stream * params.capacity + params.column) * ${2 * nKvHeads * headDim}u + kvHead * ${headDim}u;
  if (head % ${group}u == 0u) {
    for (var d = lane; d < ${headDim}u; d += ${threads}u) {
      cache[place + d] = qkv[newKey + d];
      cache[place + ${nKvHeads * headDim}u + d] = qkv[newValue + d];
    }
  }
  ${each((d) => `let q${d} = qkv[row + head * ${headDim}u + ${d}u];`)}
  ${each((d) => `var o${d} = 0.0;`)}
  var top = -1.0e30;
  var total = 0.0;
  for (var column = u32(firsts[stream]) + lane; column < params.column; column += ${threads}u) {
    let key = (stream * params.capacity + column) * ${2 * nKvHeads * headDim}u + kvHead * ${headDim}u;
    let value = key + ${nKvHeads * headDim}u;
    ${each((d) => `let key${d} = cache[key + ${d}u];`)}
    ${step}
    ${each((d) => `o${d} = o${d} * shrink + weight * cache[value + ${d}u];`)}
  }
  if (lane == 0u) {
    ${each((d) => `let key${d} = qkv[newKey + ${d}u];`)}
    ${step}
    ${each((d) => `o${d} = o${d} * shrink + weight * qkv[newValue + ${d}u];`)}
  }
${putTogether(headDim, threads, `stream * ${nHeads * headDim}u + head * ${headDim}u`)}
}`;
}

/** The threads' partial results as one, in the order of the threads. */
function putTogether(headDim: number, threads: number, to: string): string {
  const put = upTo(headDim).map((d) => `sums[lane * ${headDim}u + ${d}u] = o${d};`);
  return `
  tops[lane] = top;
  totals[lane] = total;
  ${put.join('\n')}
  workgroupBarrier();
  var highest = tops[0];
  for (var other = 1u; other < ${threads}u; other++) { highest = max(highest, tops[other]); }
  for (var d = lane; d < ${headDim}u; d += ${threads}u) {
    var weights = 0.0;
    var sum = 0.0;
    for (var other = 0u; other < ${threads}u; other++) {
      let scale = exp(tops[other] - highest);
      weights += totals[other] * scale;
      sum += sums[other * ${headDim}u + d] * scale;
    }
    out[${to} + d] = sum / weights;
  }
`;
}
