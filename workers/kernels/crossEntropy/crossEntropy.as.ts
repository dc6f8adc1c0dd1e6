import { exp1, exp4, log1, maxLanes, sumLanes } from '../../wasm/exp.as';
import { address, int, rowsPerChunk } from '../../wasm/params.as';

/** [logits, targets, M, V, losses, lse]. */
export function crossEntropyJob(params: usize, chunk: i32, scratch: usize): void {
  const V = int(params, 3);
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  for (let m = chunk * rowsPerChunk; m < end; m++) {
    const row = address(params, 0) + <usize>(m * V) * 4;
    const total = logSumExp(row, V);
    const target = load<i32>(address(params, 1) + <usize>m * 4);
    store<f32>(address(params, 5) + <usize>m * 4, total);
    store<f32>(address(params, 4) + <usize>m * 4, total - load<f32>(row + <usize>target * 4));
  }
}

function logSumExp(row: usize, V: i32): f32 {
  const whole = V & ~3;
  let tops = f32x4.splat(-3.4e38);
  for (let v = 0; v < whole; v += 4) tops = f32x4.max(tops, v128.load(row + <usize>v * 4));
  let top = maxLanes(tops);
  for (let v = whole; v < V; v++) top = max(top, load<f32>(row + <usize>v * 4));
  const shift = f32x4.splat(top);
  let sum = f32x4.splat(0);
  for (let v = 0; v < whole; v += 4) sum = f32x4.add(sum, exp4(f32x4.sub(v128.load(row + <usize>v * 4), shift)));
  let total = sumLanes(sum);
  for (let v = whole; v < V; v++) total += exp1(load<f32>(row + <usize>v * 4) - top);
  return top + log1(total);
}

/** [logits, targets, lse, dy, M, V, dLogits]: (exp(logit − lse) − onehot)·dy. */
export function crossEntropyGradJob(params: usize, chunk: i32, scratch: usize): void {
  const V = int(params, 5);
  const end = min(int(params, 4), (chunk + 1) * rowsPerChunk);
  for (let m = chunk * rowsPerChunk; m < end; m++) {
    const row = address(params, 0) + <usize>(m * V) * 4, out = address(params, 6) + <usize>(m * V) * 4;
    const word = <usize>m * 4;
    const lse = load<f32>(address(params, 2) + word), dy = load<f32>(address(params, 3) + word);
    const shift = f32x4.splat(lse), scale = f32x4.splat(dy);
    const whole = V & ~3;
    for (let v = 0; v < whole; v += 4) {
      const i = <usize>v * 4;
      v128.store(out + i, f32x4.mul(exp4(f32x4.sub(v128.load(row + i), shift)), scale));
    }
    for (let v = whole; v < V; v++) {
      const i = <usize>v * 4;
      store<f32>(out + i, exp1(load<f32>(row + i) - lse) * dy);
    }
    const hit = out + <usize>load<i32>(address(params, 1) + word) * 4;
    store<f32>(hit, load<f32>(hit) - dy);
  }
}
