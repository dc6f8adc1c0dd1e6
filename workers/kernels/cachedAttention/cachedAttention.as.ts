import { exp1, sumLanes } from '../../wasm/exp.as';
import { address, int } from '../../wasm/params.as';

/**
 * One new token in each row against a cache: [qkv, cache, firsts, R, C, H, Hkv, Dh, column, out];
 * a chunk is one row. Writes the new key and value first.
 */
export function cachedAttentionJob(params: usize, chunk: i32, scratch: usize): void {
  const C = int(params, 4), H = int(params, 5), Hkv = int(params, 6), Dh = int(params, 7), column = int(params, 8);
  const group = H / Hkv;
  const width = <usize>(2 * Hkv * Dh) * 4;
  const heads = address(params, 0) + <usize>chunk * (<usize>(H * Dh) * 4 + width);
  const cache = address(params, 1) + <usize>(chunk * C) * width;
  const first = load<i32>(address(params, 2) + <usize>chunk * 4);
  memory.copy(cache + <usize>column * width, heads + <usize>(H * Dh) * 4, width);
  for (let head = 0; head < H; head++) {
    const query = heads + <usize>(head * Dh) * 4;
    const key = cache + <usize>((head / group) * Dh) * 4;
    const value = key + <usize>(Hkv * Dh) * 4;
    const out = address(params, 9) + <usize>((chunk * H + head) * Dh) * 4;
    attendColumns(query, key, value, width, first, column + 1, Dh, out, scratch);
  }
}

function attendColumns(
  query: usize, keys: usize, values: usize, ld: usize, first: i32, end: i32, Dh: i32, out: usize, scores: usize,
): void {
  let top: f32 = -3e38;
  for (let j = first; j < end; j++) {
    const score = dot4(query, keys + <usize>j * ld, Dh);
    store<f32>(scores + <usize>(j - first) * 4, score);
    top = max(top, score);
  }
  let total: f32 = 0;
  memory.fill(out, 0, <usize>Dh * 4);
  for (let j = first; j < end; j++) {
    const p = exp1(load<f32>(scores + <usize>(j - first) * 4) - top);
    total += p;
    addScaled(out, values + <usize>j * ld, p, Dh);
  }
  const factor = <f32>1 / total;
  for (let d = 0; d < Dh; d++) store<f32>(out + <usize>d * 4, load<f32>(out + <usize>d * 4) * factor);
}

function dot4(a: usize, b: usize, length: i32): f32 {
  let sum = f32x4.splat(0);
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + <usize>i * 4), v128.load(b + <usize>i * 4)));
  }
  let total = sumLanes(sum);
  for (let i = whole; i < length; i++) total += load<f32>(a + <usize>i * 4) * load<f32>(b + <usize>i * 4);
  return total;
}

function addScaled(to: usize, from: usize, factor: f32, length: i32): void {
  const whole = length & ~3;
  const scale = f32x4.splat(factor);
  for (let i = 0; i < whole; i += 4) {
    const at = <usize>i * 4;
    v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(v128.load(from + at), scale)));
  }
  for (let i = whole; i < length; i++) {
    const at = <usize>i * 4;
    store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at) * factor);
  }
}

/** [qkv, cache, R, P, C, H, Hkv, Dh]: the first P columns of one row's cache, zeros behind them. */
export function fillCacheJob(params: usize, chunk: i32, scratch: usize): void {
  const P = int(params, 3), C = int(params, 4), H = int(params, 5), Hkv = int(params, 6), Dh = int(params, 7);
  const width = <usize>(2 * Hkv * Dh) * 4, ld = <usize>(H * Dh) * 4 + width;
  const from = address(params, 0) + <usize>(chunk * P) * ld + <usize>(H * Dh) * 4;
  const to = address(params, 1) + <usize>(chunk * C) * width;
  for (let t = 0; t < P; t++) memory.copy(to + <usize>t * width, from + <usize>t * ld, width);
  memory.fill(to + <usize>P * width, 0, <usize>(C - P) * width);
}
