import { exp4, log1, sumLanes } from '../../wasm/exp.as';
import { address, int } from '../../wasm/params.as';
import { multiplyRows, multiplyTransposed, packRows, packTransposed, panelBytes } from '../../wasm/product.as';

/** Queries that share one pass over the keys. */
const queryBlock: i32 = 36;

/**
 * What a chunk works on: one row of the batch and one key/value head. Params of both directions
 * begin [qkv, spans, N, T, H, Hkv, Dh, out, lse]; those of the gradient go on [dOut, dQkv].
 */

/** Bytes from row to row of a block of scores: padded, so that columns fall into different cache sets. */
// @ts-ignore: decorator
@inline function scoreStride(seqLen: i32): usize {
  return <usize>((seqLen + 7) / 8 * 8 + 20) * 4;
}

/** Bytes of scratch that a thread needs. */
export function attentionScratch(seqLen: i32, headDim: i32): i32 {
  const panels = 2 * panelBytes(headDim, seqLen) + panelBytes(seqLen, headDim);
  const blocks = 2 * <usize>queryBlock * scoreStride(seqLen) + 2 * panelBytes(queryBlock, headDim);
  return <i32>(256 + panels + blocks + 64);
}

/** Causal attention in flash style; see packedAttention.ts. */
export function attentionJob(params: usize, chunk: i32, scratch: usize): void {
  const N = int(params, 2), T = int(params, 3), H = int(params, 4), Hkv = int(params, 5), Dh = int(params, 6);
  const row = chunk / Hkv, kvHead = chunk % Hkv, group = H / Hkv;
  const ld = <usize>((H + 2 * Hkv) * Dh) * 4, ldOut = <usize>(H * Dh) * 4, ldS = scoreStride(T);
  const rows = address(params, 0) + <usize>(row * T) * ld;
  const firsts = address(params, 1) + <usize>(row * T) * 4;
  const keys = rows + <usize>((H + kvHead) * Dh) * 4, values = rows + <usize>((H + Hkv + kvHead) * Dh) * 4;
  const keyPanels = scratch + 256, valuePanels = keyPanels + panelBytes(Dh, T);
  const scores = valuePanels + panelBytes(T, Dh);
  packTransposed(keys, ld, Dh, T, keyPanels, 0, (T + 7) / 8);
  packRows(values, ld, T, Dh, valuePanels, 0, (Dh + 7) / 8);
  for (let head = kvHead * group; head < (kvHead + 1) * group; head++) {
    const out = address(params, 7) + <usize>(row * T) * ldOut + <usize>(head * Dh) * 4;
    const lse = address(params, 8) + <usize>(row * T * H + head) * 4;
    for (let from = 0; from < T; from += queryBlock) {
      const count = min(queryBlock, T - from);
      const first = load<i32>(firsts + <usize>from * 4) & ~7;
      const end = from + count;
      multiplyRows(
        rows + <usize>from * ld + <usize>(head * Dh) * 4, ld, count, keyPanels, Dh, Dh,
        first / 8, (end + 7) / 8, T, scores, ldS, 0, scratch,
      );
      for (let i = 0; i < count; i++) {
        const t = from + i;
        const total = softmaxRow(scores + <usize>i * ldS, load<i32>(firsts + <usize>t * 4), t + 1, first, end);
        store<f32>(lse + <usize>(t * H) * 4, total);
      }
      multiplyRows(
        scores + <usize>first * 4, ldS, count, valuePanels + <usize>first * 32, T, end - first,
        0, (Dh + 7) / 8, Dh, out + <usize>from * ldOut, ldOut, 0, scratch,
      );
    }
  }
}

/**
 * Scores [first, end) of a row to probabilities: those outside [from, to) become 0.
 * first is a multiple of 8 (the row may be touched up to the next one past end). Gives the log-sum-exp.
 */
function softmaxRow(row: usize, from: i32, to: i32, first: i32, end: i32): f32 {
  let top: f32 = -3e38;
  for (let j = from; j < to; j++) top = max(top, load<f32>(row + <usize>j * 4));
  const shift = f32x4.splat(top);
  let sum = f32x4.splat(0);
  for (let j = first; j < end; j += 4) {
    const at = row + <usize>j * 4;
    const p = v128.and(exp4(f32x4.sub(v128.load(at), shift)), inside(j, from, to));
    v128.store(at, p);
    sum = f32x4.add(sum, p);
  }
  const total = sumLanes(sum);
  const factor = f32x4.splat(1 / total);
  for (let j = first; j < end; j += 4) {
    const at = row + <usize>j * 4;
    v128.store(at, f32x4.mul(v128.load(at), factor));
  }
  return top + log1(total);
}

/** All ones in the lanes of columns j … j + 3 that lie in [from, to). */
// @ts-ignore: decorator
@inline function inside(j: i32, from: i32, to: i32): v128 {
  const columns = i32x4.add(i32x4.splat(j), i32x4(0, 1, 2, 3));
  return v128.and(i32x4.ge_s(columns, i32x4.splat(from)), i32x4.lt_s(columns, i32x4.splat(to)));
}

/** Its gradient: with P from the saved log-sum-exp, dV = PᵀdO, dS = P(dO·Vᵀ − Σ dO·O), dQ = dS·K, dK = dSᵀQ. */
export function attentionGradJob(params: usize, chunk: i32, scratch: usize): void {
  const T = int(params, 3), H = int(params, 4), Hkv = int(params, 5), Dh = int(params, 6);
  const row = chunk / Hkv, kvHead = chunk % Hkv, group = H / Hkv;
  const ld = <usize>((H + 2 * Hkv) * Dh) * 4, ldOut = <usize>(H * Dh) * 4, ldS = scoreStride(T);
  const rows = address(params, 0) + <usize>(row * T) * ld;
  const dRows = address(params, 10) + <usize>(row * T) * ld;
  const firsts = address(params, 1) + <usize>(row * T) * 4;
  const keyAt = <usize>((H + kvHead) * Dh) * 4, valueAt = <usize>((H + Hkv + kvHead) * Dh) * 4;
  const keyPanels = scratch + 256, valuePanels = keyPanels + panelBytes(Dh, T);
  const keyRows = valuePanels + panelBytes(Dh, T);
  const probs = keyRows + panelBytes(T, Dh), dScores = probs + <usize>queryBlock * ldS;
  const queryPanels = dScores + <usize>queryBlock * ldS, dOutPanels = queryPanels + panelBytes(queryBlock, Dh);
  packTransposed(rows + keyAt, ld, Dh, T, keyPanels, 0, (T + 7) / 8);
  packTransposed(rows + valueAt, ld, Dh, T, valuePanels, 0, (T + 7) / 8);
  packRows(rows + keyAt, ld, T, Dh, keyRows, 0, (Dh + 7) / 8);
  clear(dRows + keyAt, ld, T, Dh);
  clear(dRows + valueAt, ld, T, Dh);
  for (let head = kvHead * group; head < (kvHead + 1) * group; head++) {
    const headAt = <usize>(head * Dh) * 4;
    const outs = address(params, 7) + <usize>(row * T) * ldOut + headAt;
    const dOuts = address(params, 9) + <usize>(row * T) * ldOut + headAt;
    const lse = address(params, 8) + <usize>(row * T * H + head) * 4;
    for (let from = 0; from < T; from += queryBlock) {
      const count = min(queryBlock, T - from);
      const first = load<i32>(firsts + <usize>from * 4) & ~7;
      const end = from + count, width = end - first;
      const queries = rows + <usize>from * ld + headAt, dOut = dOuts + <usize>from * ldOut;
      multiplyRows(queries, ld, count, keyPanels, Dh, Dh, first / 8, (end + 7) / 8, T, probs, ldS, 0, scratch);
      multiplyRows(dOut, ldOut, count, valuePanels, Dh, Dh, first / 8, (end + 7) / 8, T, dScores, ldS, 0, scratch);
      for (let i = 0; i < count; i++) {
        const t = from + i;
        const along = dot(dOut + <usize>i * ldOut, outs + <usize>t * ldOut, Dh);
        const total = load<f32>(lse + <usize>(t * H) * 4);
        gradRow(
          probs + <usize>i * ldS, dScores + <usize>i * ldS, total, along,
          load<i32>(firsts + <usize>t * 4), t + 1, first, end,
        );
      }
      const at = <usize>first * 4;
      packRows(dOut, ldOut, count, Dh, dOutPanels, 0, (Dh + 7) / 8);
      packRows(queries, ld, count, Dh, queryPanels, 0, (Dh + 7) / 8);
      const dValues = dRows + <usize>first * ld + valueAt, dKeys = dRows + <usize>first * ld + keyAt;
      multiplyTransposed(probs + at, ldS, width, dOutPanels, count, count, Dh, dValues, ld, dValues, scratch);
      multiplyTransposed(dScores + at, ldS, width, queryPanels, count, count, Dh, dKeys, ld, dKeys, scratch);
      multiplyRows(
        dScores + at, ldS, count, keyRows + <usize>first * 32, T, width,
        0, (Dh + 7) / 8, Dh, dRows + <usize>from * ld + headAt, ld, 0, scratch,
      );
    }
  }
}

/** Scores to probabilities, and their gradient beside them. */
function gradRow(
  probs: usize, dScores: usize, lse: f32, along: f32, from: i32, to: i32, first: i32, end: i32,
): void {
  const shift = f32x4.splat(lse), mean = f32x4.splat(along);
  for (let j = first; j < end; j += 4) {
    const at = <usize>j * 4;
    const p = v128.and(exp4(f32x4.sub(v128.load(probs + at), shift)), inside(j, from, to));
    v128.store(probs + at, p);
    // Columns outside may hold anything, infinities included: masked, not multiplied by zero.
    const distance = v128.and(f32x4.sub(v128.load(dScores + at), mean), inside(j, from, to));
    v128.store(dScores + at, f32x4.mul(p, distance));
  }
}

function dot(a: usize, b: usize, length: i32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < length; i++) sum += load<f32>(a + <usize>i * 4) * load<f32>(b + <usize>i * 4);
  return sum;
}

function clear(at: usize, ld: usize, rows: i32, width: i32): void {
  for (let r = 0; r < rows; r++) memory.fill(at + <usize>r * ld, 0, <usize>width * 4);
}
