import { address, float, int, wordsPerChunk } from '../../wasm/params.as';

/**
 * [params, mean, square, grads, decays, norm, P, clip·gradScale, 1 − β1, 1 − β2, rate·decay,
 * rate / (1 − β1^step), 1 / √(1 − β2^step), ε]: one step of AdamW, in place.
 */
export function adamWJob(params: usize, chunk: i32, scratch: usize): void {
  const end = min(int(params, 6), (chunk + 1) * wordsPerChunk);
  const p = address(params, 0), m = address(params, 1), s = address(params, 2);
  const g = address(params, 3), decays = address(params, 4);
  const clip = float(params, 7), toMean = float(params, 8), toSquare = float(params, 9);
  const decay = float(params, 10), rate = float(params, 11), correction = float(params, 12), eps = float(params, 13);
  const clip4 = f32x4.splat(clip), toMean4 = f32x4.splat(toMean), toSquare4 = f32x4.splat(toSquare);
  const decay4 = f32x4.splat(decay), rate4 = f32x4.splat(rate);
  const correction4 = f32x4.splat(correction), eps4 = f32x4.splat(eps), one = f32x4.splat(1);
  let n = chunk * wordsPerChunk;
  for (; n + 4 <= end; n += 4) {
    const i = <usize>n * 4;
    const grad = f32x4.mul(v128.load(g + i), clip4);
    const oldMean = v128.load(m + i), oldSquare = v128.load(s + i);
    const mean = f32x4.add(oldMean, f32x4.mul(f32x4.sub(grad, oldMean), toMean4));
    const square = f32x4.add(oldSquare, f32x4.mul(f32x4.sub(f32x4.mul(grad, grad), oldSquare), toSquare4));
    const root = f32x4.add(f32x4.mul(f32x4.sqrt(square), correction4), eps4);
    const kept = f32x4.mul(v128.load(p + i), f32x4.sub(one, f32x4.mul(v128.load(decays + i), decay4)));
    v128.store(p + i, f32x4.sub(kept, f32x4.mul(f32x4.div(mean, root), rate4)));
    v128.store(m + i, mean);
    v128.store(s + i, square);
  }
  for (; n < end; n++) {
    const i = <usize>n * 4;
    const grad = load<f32>(g + i) * clip;
    const mean = load<f32>(m + i) + (grad - load<f32>(m + i)) * toMean;
    const square = load<f32>(s + i) + (grad * grad - load<f32>(s + i)) * toSquare;
    const kept = load<f32>(p + i) * (1 - load<f32>(decays + i) * decay);
    store<f32>(p + i, kept - (mean / (sqrt<f32>(square) * correction + eps)) * rate);
    store<f32>(m + i, mean);
    store<f32>(s + i, square);
  }
}
