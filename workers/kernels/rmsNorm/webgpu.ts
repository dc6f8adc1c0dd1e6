import type * as tf from '@tensorflow/tfjs-core';
import { f32, f32s, u32 } from '../../webgpu/program.ts';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

const rowsPerBlock = 16;

/** RmsNorm and its gradient; the gain's gradient is summed block by block, then over the blocks. */
export function registerRmsNormWebgpu(recorder: Recorder): void {
  recorder.register('RmsNorm', ({ x, gain }: Normed, { eps, keepsSkip }: NormAttrs) => {
    const [rows, width] = x.shape as [number, number];
    const y = recorder.make([rows, width]);
    runRows(recorder, {
      key: 'RmsNorm',
      writes: { y: f32s(y) },
      reads: { x: f32s(x), gain: f32s(gain) },
      uniforms: { width: u32(width), eps: f32(eps) },
      rows,
      reductions: ['sum'],
      body: `
  let base = row * params.width;
  var squares = 0.0;
  for (var c = lane; c < params.width; c += lanes) { let v = x[base + c]; squares += v * v; }
  let rstd = inverseSqrt(sumLanes(squares, lane) / f32(params.width) + params.eps);
  for (var c = lane; c < params.width; c += lanes) { y[base + c] = x[base + c] * rstd * gain[c]; }`,
    });
    return keepsSkip ? [y, recorder.same(x)] : y;
  });

  recorder.register('RmsNormGrad', (inputs: NormGradient, attrs: OutAttrs & NormAttrs) => {
    const [rows, width] = inputs.x.shape as [number, number];
    const blocks = Math.ceil(rows / rowsPerBlock);
    const dx = recorder.make([rows, width]);
    const parts = recorder.make([blocks, width]);
    recordBlocks(recorder, inputs, attrs.eps, dx, parts);
    const dGain = recorder.target(attrs, [width]);
    recordGainSums(recorder, parts, dGain, attrs.accumulates === true);
    recorder.dispose(parts);
    return [dx, dGain];
  });
}

/** dx, and for each block of rows the sums of dy · n. */
function recordBlocks(
  recorder: Recorder,
  { x, gain, dy, dSkip }: NormGradient,
  eps: number,
  dx: tf.TensorInfo,
  parts: tf.TensorInfo,
): void {
  const [rows, width] = x.shape as [number, number];
  runRows(recorder, {
    key: `RmsNormGrad/${dSkip !== undefined}`,
    writes: { dx: f32s(dx), parts: f32s(parts) },
    reads: { x: f32s(x), gain: f32s(gain), dy: f32s(dy), ...(dSkip && { dSkip: f32s(dSkip) }) },
    uniforms: { width: u32(width), nRows: u32(rows), eps: f32(eps) },
    rows: parts.shape[0]!,
    reductions: ['sum2'],
    body: `
  let part = row * params.width;
  for (var c = lane; c < params.width; c += lanes) { parts[part + c] = 0.0; }
  let end = min(params.nRows, (row + 1u) * ${rowsPerBlock}u);
  for (var r = row * ${rowsPerBlock}u; r < end; r++) {
    let base = r * params.width;
    var sums = vec2f(0.0);
    for (var c = lane; c < params.width; c += lanes) {
      let v = x[base + c];
      sums += vec2f(v * v, dy[base + c] * gain[c] * v);
    }
    let means = sum2Lanes(sums, lane) / f32(params.width);
    let rstd = inverseSqrt(means.x + params.eps);
    let pull = means.y * rstd * rstd;
    for (var c = lane; c < params.width; c += lanes) {
      let v = x[base + c];
      let d = dy[base + c];
      dx[base + c] = (d * gain[c] - v * pull) * rstd${dSkip ? ' + dSkip[base + c]' : ''};
      parts[part + c] += d * v * rstd;
    }
  }`,
  });
}

function recordGainSums(
  recorder: Recorder,
  parts: tf.TensorInfo,
  dGain: tf.TensorInfo,
  accumulates: boolean,
): void {
  const [blocks, width] = parts.shape as [number, number];
  runRows(recorder, {
    key: `RmsNormGradGain/${accumulates}`,
    writes: { dGain: f32s(dGain) },
    reads: { parts: f32s(parts) },
    uniforms: { width: u32(width), blocks: u32(blocks) },
    rows: Math.ceil(width / recorder.variants.rowLanes),
    body: `
  let c = row * lanes + lane;
  if (c >= params.width) { return; }
  var total = 0.0;
  for (var b = 0u; b < params.blocks; b++) { total += parts[b * params.width + c]; }
  dGain[c] ${accumulates ? '+=' : '='} total;`,
  });
}

interface NormAttrs {
  readonly eps: number;
  readonly keepsSkip?: boolean;
}

interface Normed {
  readonly x: tf.TensorInfo; // [N, D]
  readonly gain: tf.TensorInfo; // [D]
}

interface NormGradient extends Normed {
  readonly dy: tf.TensorInfo; // [N, D]
  readonly dSkip?: tf.TensorInfo; // [N, D]
}
