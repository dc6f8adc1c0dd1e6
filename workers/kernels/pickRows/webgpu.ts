import type * as tf from '@tensorflow/tfjs-core';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

/** PickRows and its gradient, which looks up each row's place instead of scattering. */
export function registerPickRowsWebgpu(recorder: Recorder): void {
  recorder.register('PickRows', ({ x, rows }: Record<'x' | 'rows', tf.TensorInfo>) => {
    const width = x.shape[1]!;
    const picked = recorder.make([rows.shape[0]!, width]);
    runRows(recorder, {
      key: 'PickRows',
      writes: { picked: f32s(picked) },
      reads: { x: f32s(x), chosen: i32s(rows) },
      uniforms: { width: u32(width) },
      rows: rows.shape[0]!,
      body: `
  let from_ = u32(chosen[row]) * params.width;
  let to = row * params.width;
  for (var c = lane; c < params.width; c += lanes) { picked[to + c] = x[from_ + c]; }`,
    });
    return picked;
  });

  recorder.register('PickRowsGrad', ({ dy, places }: Record<'dy' | 'places', tf.TensorInfo>) => {
    const [nPicked, width] = dy.shape as [number, number];
    const dx = recorder.make([places.shape[0]!, width]);
    runRows(recorder, {
      key: 'PickRowsGrad',
      writes: { dx: f32s(dx) },
      reads: { dy: f32s(dy), places: i32s(places) },
      uniforms: { width: u32(width), nPicked: u32(nPicked) },
      rows: places.shape[0]!,
      body: `
  let place = u32(places[row]);
  let to = row * params.width;
  if (place < params.nPicked) {
    for (var c = lane; c < params.width; c += lanes) { dx[to + c] = dy[place * params.width + c]; }
  } else {
    for (var c = lane; c < params.width; c += lanes) { dx[to + c] = 0.0; }
  }`,
    });
    return dx;
  });
}
