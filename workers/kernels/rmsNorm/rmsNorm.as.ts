import { sumLanes } from '../../wasm/exp.as';
import { address, float, int, rowsPerChunk } from '../../wasm/params.as';

/** [x, gain, N, D, eps, y]: y = x·rsqrt(mean(x²) + eps)·gain. */
export function rmsNormJob(params: usize, chunk: i32, scratch: usize): void {
  const D = int(params, 3);
  const gain = address(params, 1);
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  for (let n = chunk * rowsPerChunk; n < end; n++) {
    const at = <usize>(n * D) * 4;
    const x = address(params, 0) + at, y = address(params, 5) + at;
    const scale = rstd(x, D, float(params, 4));
    const factor = f32x4.splat(scale);
    const whole = D & ~3;
    for (let d = 0; d < whole; d += 4) {
      const i = <usize>d * 4;
      v128.store(y + i, f32x4.mul(f32x4.mul(v128.load(x + i), factor), v128.load(gain + i)));
    }
    for (let d = whole; d < D; d++) {
      const i = <usize>d * 4;
      store<f32>(y + i, load<f32>(x + i) * scale * load<f32>(gain + i));
    }
  }
}

function rstd(x: usize, D: i32, eps: f32): f32 {
  return 1 / sqrt<f32>(dot(x, x, D) / <f32>D + eps);
}

function dot(a: usize, b: usize, length: i32): f32 {
  let sum = f32x4.splat(0);
  const whole = length & ~3;
  for (let d = 0; d < whole; d += 4) {
    const i = <usize>d * 4;
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  }
  let total = sumLanes(sum);
  for (let d = whole; d < length; d++) {
    const i = <usize>d * 4;
    total += load<f32>(a + i) * load<f32>(b + i);
  }
  return total;
}

/**
 * [x, gain, N, D, eps, dy, dSkip or 0, dx, partial sums of dGain [chunks, D]]: with n = x·rstd and
 * g = dy·gain, dx = (g − n·mean(g·n))·rstd (+ dSkip); a chunk's Σ dy·n goes to its own row.
 */
export function rmsNormGradJob(params: usize, chunk: i32, scratch: usize): void {
  const D = int(params, 3);
  const gain = address(params, 1), partial = address(params, 8) + <usize>(chunk * D) * 4;
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  memory.fill(partial, 0, <usize>D * 4);
  for (let n = chunk * rowsPerChunk; n < end; n++) {
    const at = <usize>(n * D) * 4;
    const x = address(params, 0) + at, dy = address(params, 5) + at, dx = address(params, 7) + at;
    const skip = address(params, 6) == 0 ? 0 : address(params, 6) + at;
    const scale = rstd(x, D, float(params, 4));
    normGradRow(x, gain, dy, skip, dx, partial, scale, D);
  }
}

function normGradRow(x: usize, gain: usize, dy: usize, skip: usize, dx: usize, partial: usize, scale: f32, D: i32): void {
  let along: f32 = 0;
  const whole = D & ~3;
  let sum = f32x4.splat(0);
  for (let d = 0; d < whole; d += 4) {
    const i = <usize>d * 4;
    sum = f32x4.add(sum, f32x4.mul(f32x4.mul(v128.load(dy + i), v128.load(gain + i)), v128.load(x + i)));
  }
  along = sumLanes(sum);
  for (let d = whole; d < D; d++) {
    const i = <usize>d * 4;
    along += load<f32>(dy + i) * load<f32>(gain + i) * load<f32>(x + i);
  }
  // mean(g·n)·n·rstd = x · Σ(g·x) · rstd³ / D
  const back = along * scale * scale * scale / <f32>D;
  const factor = f32x4.splat(scale), pull = f32x4.splat(back);
  for (let d = 0; d < whole; d += 4) {
    const i = <usize>d * 4;
    const dyd = v128.load(dy + i), xd = v128.load(x + i);
    let value = f32x4.sub(f32x4.mul(f32x4.mul(dyd, v128.load(gain + i)), factor), f32x4.mul(xd, pull));
    if (skip != 0) value = f32x4.add(value, v128.load(skip + i));
    v128.store(dx + i, value);
    v128.store(partial + i, f32x4.add(v128.load(partial + i), f32x4.mul(dyd, f32x4.mul(xd, factor))));
  }
  for (let d = whole; d < D; d++) {
    const i = <usize>d * 4;
    const dyd = load<f32>(dy + i), xd = load<f32>(x + i);
    const added: f32 = skip == 0 ? 0 : load<f32>(skip + i);
    store<f32>(dx + i, dyd * load<f32>(gain + i) * scale - xd * back + added);
    store<f32>(partial + i, load<f32>(partial + i) + dyd * xd * scale);
  }
}

/** [partial sums [rows, D], rows, D, out, 1 to add]: their sum, in order. One chunk. */
export function sumRowsJob(params: usize, chunk: i32, scratch: usize): void {
  const rows = int(params, 1), D = int(params, 2), out = address(params, 3);
  if (int(params, 4) == 0) memory.fill(out, 0, <usize>D * 4);
  for (let r = 0; r < rows; r++) {
    const from = address(params, 0) + <usize>(r * D) * 4;
    for (let d = 0; d < D; d++) {
      const i = <usize>d * 4;
      store<f32>(out + i, load<f32>(out + i) + load<f32>(from + i));
    }
  }
}
