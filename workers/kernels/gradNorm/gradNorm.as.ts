import { sumLanes } from '../../wasm/exp.as';
import { address, float, int, wordsPerChunk } from '../../wasm/params.as';

/** [grads, P, partial sums (f64) of the chunks]: Σ grads² of a chunk, lanes in float32 over 64 words at a time. */
export function squareSumJob(params: usize, chunk: i32, scratch: usize): void {
  const end = min(int(params, 1), (chunk + 1) * wordsPerChunk);
  let total: f64 = 0;
  let n = chunk * wordsPerChunk;
  while (n < end) {
    const until = min(end, n + 64);
    let sum = f32x4.splat(0);
    for (; n + 4 <= until; n += 4) {
      const g = v128.load(address(params, 0) + <usize>n * 4);
      sum = f32x4.add(sum, f32x4.mul(g, g));
    }
    total += <f64>sumLanes(sum);
    for (; n < until; n++) {
      const g = <f64>load<f32>(address(params, 0) + <usize>n * 4);
      total += g * g;
    }
  }
  store<f64>(address(params, 2) + <usize>chunk * 8, total);
}

/** [partial sums (f64), their number, gradScale, out]: gradScale·√Σ. One chunk. */
export function normJob(params: usize, chunk: i32, scratch: usize): void {
  let total: f64 = 0;
  for (let i = 0; i < int(params, 1); i++) total += load<f64>(address(params, 0) + <usize>i * 8);
  store<f32>(address(params, 3), <f32>(<f64>float(params, 2) * sqrt<f64>(total)));
}
