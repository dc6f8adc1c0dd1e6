import type * as tf from '@tensorflow/tfjs-core';
import { f32, f32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** Rope: its own gradient when `isInverse`. */
export function registerRopeWebgpu(recorder: Recorder): void {
  recorder.register('Rope', ({ qkv, table }: RopeInputs, attrs: RopeAttrs) => {
    const [rows, width] = qkv.shape as [number, number];
    const { nHeads, nKvHeads, headDim } = attrs;
    const y = recorder.make([rows, width]);
    runRows(recorder, {
      key: `Rope/${nHeads}/${nKvHeads}/${headDim}`,
      writes: { y: f32s(y) },
      reads: { qkv: f32s(qkv), table: f32s(table) },
      uniforms: {
        seqLen: u32(attrs.seqLen),
        firstPosition: u32(attrs.firstPosition),
        direction: f32(attrs.isInverse ? -1 : 1),
        queryScale: f32(1 / Math.sqrt(headDim)),
      },
      rows,
      body: turnHeads(attrs),
    });
    return y;
  });
}

const turnHeads = ({ nHeads, nKvHeads, headDim }: HeadLayout): string => `
  const half = ${headDim / 2}u;
  let angles = (params.firstPosition + row % params.seqLen) * ${headDim}u;
  for (var pair = lane; pair < ${(nHeads + 2 * nKvHeads) * (headDim / 2)}u; pair += lanes) {
    let head = pair / half;
    let d = pair % half;
    let at = row * ${(nHeads + 2 * nKvHeads) * headDim}u + head * ${headDim}u + d;
    let a = qkv[at];
    let b = qkv[at + half];
    let isTurned = head < ${nHeads + nKvHeads}u;
    let scale = select(1.0, params.queryScale, head < ${nHeads}u);
    let cosine = select(1.0, table[angles + d] * scale, isTurned);
    let sine = select(0.0, table[angles + half + d] * scale * params.direction, isTurned);
    y[at] = a * cosine - b * sine;
    y[at + half] = b * cosine + a * sine;
  }`;

interface RopeInputs {
  readonly qkv: tf.TensorInfo; // [N, W]
  readonly table: tf.TensorInfo; // [P, Dh]
}

interface RopeAttrs extends HeadLayout {
  readonly seqLen: number;
  readonly firstPosition: number;
  readonly isInverse: boolean;
}
