import type * as tf from '@tensorflow/tfjs-core';
import { keyValueGradient, queryGradient } from '../../webgpu/attention/attentionBackward.ts';
import { attentionForward } from '../../webgpu/attention/attentionForward.ts';
import { attentionLayout, layoutKey } from '../../webgpu/attention/attentionLayout.ts';
import type { AttentionLayout } from '../../webgpu/attention/attentionLayout.ts';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { Operand, Program } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** PackedAttention in one dispatch and its gradient in two; nothing [B, H, T, T] is stored. */
export function registerAttentionWebgpu(recorder: Recorder): void {
  recorder.register('PackedAttention', ({ qkv, spans }: Packed, attrs: PackedAttrs) => {
    const layout = attentionLayout(attrs, recorder);
    const rows = qkv.shape[0]!;
    const out = recorder.make([rows, attrs.nHeads * attrs.headDim]);
    const lse = recorder.make([rows, attrs.nHeads]);
    recorder.run({
      key: `PackedAttention/${layoutKey(layout)}`,
      writes: { out: chunks(out, layout), lse: f32s(lse) },
      reads: { qkv: chunks(qkv, layout), spans: i32s(spans) },
      ...work(layout, rows, attrs.seqLen, attrs.nHeads),
      code: () => attentionForward(layout),
    });
    return [out, lse];
  });

  recorder.register('PackedAttentionGrad', (inputs: PackedGradient, attrs: PackedAttrs) => {
    const layout = attentionLayout(attrs, recorder);
    const rows = inputs.qkv.shape[0]!;
    const dQkv = recorder.make(inputs.qkv.shape);
    const delta = recorder.make([rows, attrs.nHeads]);
    const shared = {
      qkv: chunks(inputs.qkv, layout),
      spans: i32s(inputs.spans),
      lse: f32s(inputs.lse),
      dOut: chunks(inputs.dOut, layout),
    };
    recorder.run({
      key: `PackedAttentionGradQuery/${layoutKey(layout)}`,
      writes: { dQkv: chunks(dQkv, layout), delta: f32s(delta) },
      reads: { ...shared, out: chunks(inputs.out, layout) },
      ...work(layout, rows, attrs.seqLen, attrs.nHeads),
      code: () => queryGradient(layout),
    });
    recorder.run({
      key: `PackedAttentionGradKeyValue/${layoutKey(layout)}`,
      writes: { dQkv: chunks(dQkv, layout) },
      reads: { ...shared, delta: f32s(delta) },
      ...work(layout, rows, attrs.seqLen, attrs.nKvHeads),
      code: () => keyValueGradient(layout),
    });
    recorder.dispose(delta);
    return dQkv;
  });
}

const chunks = (tensor: tf.TensorInfo, { chunk }: AttentionLayout): Operand => ({
  tensor,
  type: chunk,
});

function work(
  { threads, perThread }: AttentionLayout,
  rows: number,
  seqLen: number,
  nHeads: number,
): Pick<Program, 'uniforms' | 'groups'> {
  return {
    uniforms: { rows: u32(rows), seqLen: u32(seqLen) },
    groups: (rows / seqLen) * nHeads * Math.ceil(seqLen / (threads * perThread)),
  };
}

interface Packed {
  readonly qkv: tf.TensorInfo; // [N, W]
  readonly spans: tf.TensorInfo; // int32 [2, N]
}

interface PackedGradient extends Packed {
  readonly out: tf.TensorInfo; // [N, H·Dh]
  readonly lse: tf.TensorInfo; // [N, H]
  readonly dOut: tf.TensorInfo; // [N, H·Dh]
}

interface PackedAttrs extends HeadLayout {
  readonly seqLen: number;
}
