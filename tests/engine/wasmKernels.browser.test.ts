import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../workers/backend/startEngine.ts';
import { oneHot } from '../../workers/kernels/oneHot.ts';
import { randomTensor } from './randomTensor.ts';

beforeAll(async () => {
  await startEngine('wasm', (message) => {
    throw new Error(message);
  });
});

/** a·b of nested lists, by the definition. */
function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
}
const flip = (m: number[][]): number[][] => m[0]!.map((_, j) => m.map((row) => row[j]!));

function expectClose(got: ArrayLike<number>, wanted: readonly number[]): void {
  expect(got.length).toBe(wanted.length);
  wanted.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 4));
}

describe('our WASM matrix product equals the definition', () => {
  const cases = [
    { batch: [1, 1], left: [5, 7], right: [7, 3] },
    { batch: [4, 4], left: [5, 7], right: [7, 3] },
    { batch: [4, 4], left: [3, 7], right: [7, 40] }, // aᵀb goes by (bᵀa)ᵀ
    { batch: [4, 1], left: [5, 2], right: [2, 6] },
    { batch: [1, 3], left: [1, 9], right: [9, 1] },
  ];
  for (const { batch, left, right } of cases) {
    for (const transposeA of [false, true]) {
      for (const transposeB of [false, true]) {
        it(`${batch.join('×')} stacks of [${left.join()}]·[${right.join()}], transposed ${transposeA}, ${transposeB}`, async () => {
          const [nA, nB] = batch as [number, number];
          const aShape = [nA, ...(transposeA ? left.toReversed() : left)];
          const bShape = [nB, ...(transposeB ? right.toReversed() : right)];
          const a = randomTensor('a', aShape);
          const b = randomTensor('b', bShape);
          const aLists = (await a.array()) as number[][][];
          const bLists = (await b.array()) as number[][][];
          const wanted = Array.from({ length: Math.max(nA, nB) }, (_, i) => {
            const x = aLists[nA === 1 ? 0 : i]!;
            const y = bLists[nB === 1 ? 0 : i]!;
            return product(transposeA ? flip(x) : x, transposeB ? flip(y) : y);
          });
          const got = tf.matMul(a, b, transposeA, transposeB);
          expect(got.shape).toEqual([Math.max(nA, nB), left[0], right[1]]);
          expectClose(await got.data(), wanted.flat(2));
        });
      }
    }
  }

  it('frees everything that it makes on the way', async () => {
    const heap = tf.engine().backend as unknown as { dataIdMap: { numDataIds(): number } };
    const a = randomTensor('a', [4, 6, 5]);
    const before = heap.dataIdMap.numDataIds();
    for (const transposeA of [false, true]) {
      tf.tidy(() => void tf.matMul(a, a, transposeA, !transposeA));
    }
    expect(heap.dataIdMap.numDataIds()).toBe(before);
    await a.data();
  });
});

describe('our other WASM kernels equal the definition', () => {
  it('transposes matrices larger than a tile, alone and in stacks', async () => {
    const x = randomTensor('x', [2, 70, 33]);
    const wanted = ((await x.array()) as number[][][]).map(flip).flat(2);
    expectClose(await tf.transpose(x, [0, 2, 1]).data(), wanted);
  });

  it('splits heads', async () => {
    const x = randomTensor('x', [2, 5, 3, 4]);
    const lists = (await x.array()) as number[][][][];
    const wanted = lists.map((rows) => rows[0]!.map((_, h) => rows.map((row) => row[h]!)));
    expectClose(await tf.transpose(x, [0, 2, 1, 3]).data(), wanted.flat(3));
  });

  it('takes rows, and refuses rows that are not there', async () => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const rows = tf.gather(x, tf.tensor1d([2, 0, 2], 'int32'));
    expect(Array.from(await rows.data())).toEqual([5, 6, 1, 2, 5, 6]);
    expect(() => tf.gather(x, tf.tensor1d([3], 'int32'))).toThrow('row 3 of 3');
  });

  it('cuts a piece out of a vector', async () => {
    const piece = tf.slice1d(tf.tensor1d([1, 2, 3, 4, 5]), 1, 3);
    expect(Array.from(await piece.data())).toEqual([2, 3, 4]);
  });

  it('adds rows by segment', async () => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const sums = tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 3);
    expect(Array.from(await sums.data())).toEqual([3, 4, 6, 8, 0, 0]);
  });

  it('writes one-hot rows as floats', async () => {
    const rows = oneHot(tf.tensor1d([1, 0], 'int32'), 3);
    expect(Array.from(await tf.mul(rows, 2).data())).toEqual([0, 2, 0, 2, 0, 0]);
  });
});
