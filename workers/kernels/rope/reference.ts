import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** Rotation of the half-split pairs of every query and key head by plain operations. */
export function ropeReference(
  qkv: tf.Tensor2D,
  table: tf.Tensor2D,
  { nHeads, nKvHeads, headDim }: HeadLayout,
  seqLen: number,
  firstPosition: number,
): tf.Tensor2D {
  const half = headDim / 2;
  const nTurned = nHeads + nKvHeads;
  const [nRows] = qkv.shape;
  const heads = tf.reshape<tf.Rank.R4>(qkv, [-1, seqLen, nTurned + nKvHeads, headDim]);
  const nBatch = heads.shape[0];
  const halves = (from: number): tf.Tensor4D =>
    tf.slice4d(heads, [0, 0, 0, from], [nBatch, seqLen, nTurned, half]);
  const angles = (from: number): tf.Tensor4D =>
    tf.reshape(tf.slice2d(table, [firstPosition, from], [seqLen, half]), [1, seqLen, 1, half]);
  const [cos, sin] = [angles(0), angles(half)];
  const [x1, x2] = [halves(0), halves(half)];
  const turned = tf.concat(
    [tf.sub(tf.mul(x1, cos), tf.mul(x2, sin)), tf.add(tf.mul(x2, cos), tf.mul(x1, sin))],
    3,
  ); // [B, T, H + Hkv, Dh]
  const queries = tf.slice(turned, [0, 0, 0, 0], [nBatch, seqLen, nHeads, headDim]);
  const keys = tf.slice(turned, [0, 0, nHeads, 0], [nBatch, seqLen, nKvHeads, headDim]);
  const values = tf.slice(heads, [0, 0, nTurned, 0], [nBatch, seqLen, nKvHeads, headDim]);
  const scaled = tf.mul(queries, constant(1 / Math.sqrt(headDim)));
  return tf.reshape(tf.concat([scaled, keys, values], 2), [nRows, -1]);
}
