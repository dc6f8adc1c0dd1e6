/** A toy gradient policy: one file, one line in each of two lists, and nothing else. */
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { choiceRows } from '../../../src/core/levers/choiceRows.ts';
import { gradientPolicies as choices, gradients } from '../../../src/core/levers/gradients.ts';
import { levers } from '../../../src/core/levers/index.ts';
import { number } from '../../../src/core/settingRows.ts';
import type { GradientPolicy } from '../../../workers/gradients/gradientPolicy.ts';
import { gradientPolicies as shipped } from '../../../workers/gradients/index.ts';
import { startTrainerInNode } from './trainerInNode.ts';

/** As such a file would read: each task's gradient apart, then their sum times a factor. */
const seen: number[][] = [];
const apart: GradientPolicy = {
  name: 'apart',
  readings: ['cosine'],
  apart(settings) {
    const { factor } = settings as unknown as { factor: number };
    return {
      groups: (taskIds) => {
        seen.push([...taskIds]);
        return taskIds.map((task) => [task]);
      },
      combine: (grads, into) => {
        const [first, last] = [grads[0]!.flat, grads.at(-1)!.flat];
        const lengths = tf.mul(tf.norm(first), tf.norm(last));
        const cosine = tf.div(tf.sum(tf.mul(first, last)), lengths);
        into.assign(tf.mul(factor, tf.addN(grads.map(({ flat }) => flat))));
        return tf.reshape<tf.Rank.R1>(cosine, [1]);
      },
    };
  },
};

const rows = choiceRows('gradients', [
  ...choices,
  { name: 'apart', rows: { factor: number([0, 1, 2]) } },
]);
const withToy = levers.map((one) => (one === gradients ? { ...one, rows } : one));

test('the lists of core and worker have the same gradient policies', () => {
  expect(choices.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
});

test('it sees the gradient of each task apart, and the step is made of what it combines', async () => {
  const lists = { levers: withToy, gradientPolicies: [...shipped, apart] };
  const trainer = await startTrainerInNode(lists);
  const recordOf = (asked: object) => trainer.run({ trainTokens: 2 * 128, ...asked });
  const memory = async () => {
    const found = await trainer.api.memory();
    return found.ok ? found.value.numTensors : 0;
  };
  const plain = await recordOf({ gradients: 'sum' });
  const before = await memory();
  const summed = await recordOf({ gradients: 'apart' });
  expect(await memory()).toBe(before);
  const halved = await recordOf({ gradients: 'apart', factor: 0.5 });
  trainer.close();

  expect(seen.some((taskIds) => taskIds.length > 1)).toBe(true);
  summed.steps.forEach(({ loss, gradNorm, readings }, i) => {
    expect(loss).toBeCloseTo(plain.steps[i]!.loss, 4);
    expect(gradNorm / plain.steps[i]!.gradNorm).toBeCloseTo(1, 4);
    expect(Math.abs(readings!.cosine!)).toBeLessThanOrEqual(1 + 1e-6);
  });
  expect(halved.steps[0]!.gradNorm / plain.steps[0]!.gradNorm).toBeCloseTo(0.5, 4);
  expect(plain.steps[0]).not.toHaveProperty('readings');
}, 180_000);
