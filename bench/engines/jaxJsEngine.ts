import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  valueAndGrad,
} from '@jax-js/jax';
import { createModel } from '../../workers/model/model.ts';
import { adamW } from '../benchEngine.ts';
import type { BenchEngine, BenchSetup } from '../benchEngine.ts';
import { initialWeights, modelConfigOf } from '../initialWeights.ts';
import type { Shape } from '../shapes.ts';

type Arrays = np.Array[];

/** jax-js: one jitted step of loss, gradients and AdamW. Its arrays are owned: `.ref` keeps one. */
export async function createJaxJs(setup: BenchSetup): Promise<BenchEngine> {
  const { shape, backend, seed } = setup;
  const available = await init(backend);
  if (!available.includes(backend)) throw new Error(`jax-js offers no ${backend} here`);
  defaultDevice(backend);
  const layout = createModel(modelConfigOf(shape)).layout;
  const flat = initialWeights(layout, seed);
  const toArray = (values: Float32Array, dims: readonly number[]): np.Array =>
    np.array(values).reshape([...dims]);
  const sizeOf = (dims: readonly number[]): number => dims.reduce((a, b) => a * b, 1);
  let params = layout.blocks.map(({ offset, shape: dims }) =>
    toArray(flat.slice(offset, offset + sizeOf(dims)), dims),
  );
  const zeros = (): Arrays =>
    layout.blocks.map(({ shape: dims }) => toArray(new Float32Array(sizeOf(dims)), dims));
  let mean = zeros();
  let square = zeros();
  const [cos, sin] = ropeTables(shape).map((table) =>
    toArray(table, [1, shape.seqLen, 1, headDim(shape) / 2]),
  ) as [np.Array, np.Array];
  const step = jit(trainingStep(shape));
  const dims = [shape.batchSize, shape.seqLen];
  let count = 0;
  return {
    nParams: layout.nParams,
    notes: [`jax-js 0.1.25, ${backend}`],
    async step(batch, readsLoss) {
      count += 1;
      const corrections = np.array(
        new Float32Array([1 - adamW.beta1 ** count, 1 - adamW.beta2 ** count]),
      );
      const ids = np.array(batch.inputIds).reshape(dims);
      const targets = np.array(batch.targets).reshape(dims);
      const [loss, ...next] = step(
        params,
        mean,
        square,
        ids,
        targets,
        cos.ref,
        sin.ref,
        corrections,
      );
      [params, mean, square] = next;
      // On the CPU nothing is gained by queueing; on the GPU the device is kept fed.
      if (readsLoss || backend === 'wasm') await blockUntilReady(params);
      if (readsLoss) return ((await loss.data()) as Float32Array)[0]!;
      loss.dispose();
      return null;
    },
    dispose() {
      for (const array of [...params, ...mean, ...square, cos, sin]) array.dispose();
      step.dispose();
    },
  };
}

const headDim = ({ dModel, nHeads }: Shape): number => dModel / nHeads;

/** Cosines and sines: [T, Dh/2] each. */
function ropeTables(shape: Shape): [Float32Array, Float32Array] {
  const half = headDim(shape) / 2;
  const angles = Array.from(
    { length: shape.seqLen * half },
    (_, i) => Math.floor(i / half) * 10_000 ** (-(i % half) / half),
  );
  return [new Float32Array(angles.map(Math.cos)), new Float32Array(angles.map(Math.sin))];
}

function trainingStep(shape: Shape) {
  const gradient = valueAndGrad(meanLoss(shape));
  const { learningRate, beta1, beta2, epsilon, weightDecay } = adamW;
  return (
    params: Arrays,
    mean: Arrays,
    square: Arrays,
    ids: np.Array,
    targets: np.Array,
    cos: np.Array,
    sin: np.Array,
    corrections: np.Array,
  ) => {
    const [loss, grads] = gradient(
      params.map((p) => p.ref),
      ids,
      targets,
      cos,
      sin,
    ) as [np.Array, Arrays];
    const [first, second] = np.split(corrections, 2) as [np.Array, np.Array];
    const means: Arrays = [];
    const squares: Arrays = [];
    const next = params.map((param, i) => {
      const grad = grads[i]!;
      const m = mean[i]!.mul(beta1).add(grad.ref.mul(1 - beta1));
      const s = square[i]!.mul(beta2).add(np.square(grad).mul(1 - beta2));
      const root = np.sqrt(s.ref.div(second.ref)).add(epsilon);
      const update = m.ref.div(first.ref).div(root).mul(learningRate);
      means.push(m);
      squares.push(s);
      const decay = param.ndim > 1 ? 1 - learningRate * weightDecay : 1;
      return param.mul(decay).sub(update);
    });
    first.dispose();
    second.dispose();
    return [loss, next, means, squares] as [np.Array, Arrays, Arrays, Arrays];
  };
}

/** The decoder of workers/model/families/llama.ts in jax-js's operations; embedding as a one-hot product. */
function meanLoss(shape: Shape) {
  const { nLayers, nHeads, vocabSize, batchSize, seqLen, dModel, dFf } = shape;
  const heads = [batchSize, seqLen, nHeads, headDim(shape)];
  const project = (x: np.Array, weight: np.Array): np.Array => np.matmul(x, np.transpose(weight));
  const rotate = (x: np.Array, cos: np.Array, sin: np.Array): np.Array => {
    const [a, b] = np.split(x, 2, -1) as [np.Array, np.Array];
    const left = a.ref.mul(cos.ref).sub(b.ref.mul(sin.ref));
    const right = b.mul(cos).add(a.mul(sin));
    return np.concatenate([left, right], -1);
  };
  return (
    params: Arrays,
    ids: np.Array,
    targets: np.Array,
    cos: np.Array,
    sin: np.Array,
  ): np.Array => {
    const [embed, ...rest] = params as [np.Array, ...Arrays];
    let x = np.matmul(nn.oneHot(ids, vocabSize), embed.ref); // [B, T, D]
    for (let i = 0; i < nLayers; i++) {
      const [norm1, qkv, o, norm2, gateUp, down] = rest.slice(6 * i, 6 * i + 6) as [
        np.Array,
        np.Array,
        np.Array,
        np.Array,
        np.Array,
        np.Array,
      ];
      const packed = project(rmsNorm(x.ref, norm1), qkv);
      const [q, k, v] = np.split(packed, 3, -1).map((part) => part.reshape(heads)) as [
        np.Array,
        np.Array,
        np.Array,
      ];
      const attended = nn.dotProductAttention(
        rotate(q, cos.ref, sin.ref),
        rotate(k, cos.ref, sin.ref),
        v,
        { isCausal: true },
      );
      x = x.add(project(attended.reshape([batchSize, seqLen, dModel]), o));
      const [gate, up] = np.split(project(rmsNorm(x.ref, norm2), gateUp), [dFf], -1) as [
        np.Array,
        np.Array,
      ];
      x = x.add(project(nn.silu(gate).mul(up), down));
    }
    cos.dispose();
    sin.dispose();
    const logits = project(rmsNorm(x, rest.at(-1)), embed);
    const picked = nn.logSoftmax(logits, -1).mul(nn.oneHot(targets, vocabSize));
    return np.sum(picked).mul(-1 / (batchSize * seqLen));
  };
}

function rmsNorm(x: np.Array, gain: np.Array): np.Array {
  const meanSquare = np.mean(np.square(x.ref), -1, { keepdims: true });
  return x.div(np.sqrt(meanSquare.add(1e-5))).mul(gain);
}
