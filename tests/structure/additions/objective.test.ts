/** A toy objective: one file, one line in each of two lists, and nothing else. */
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { choiceRows } from '../../../src/core/levers/choiceRows.ts';
import { levers } from '../../../src/core/levers/index.ts';
import { objective, objectives as choices } from '../../../src/core/levers/objective.ts';
import { columnsOf } from '../../../src/core/analysis/curves/runColumns.ts';
import { number } from '../../../src/core/settingRows.ts';
import { tokenLosses } from '../../../workers/batch/tokenLosses.ts';
import { objectives as shipped } from '../../../workers/objectives/index.ts';
import type { Objective } from '../../../workers/objectives/objective.ts';
import { startTrainerInNode } from './trainerInNode.ts';

/** As such a file would read: likely answers, held near the base model's probabilities. */
const held: Objective = {
  name: 'held',
  readings: ['drift'],
  losses({ trained, reference, batch, settings }) {
    const { hold } = settings as unknown as { hold: number };
    const own = tokenLosses(trained.params, trained.network, batch);
    const before = tokenLosses(reference.params, reference.network, batch);
    const drift = tf.sub<tf.Tensor1D>(before, own);
    const losses = tf.add<tf.Tensor1D>(own, tf.mul(hold, tf.square(drift)));
    return { losses, readings: tf.expandDims(drift, 1) };
  },
};

const rows = choiceRows('objective', [
  ...choices,
  { name: 'held', rows: { hold: number([0, 1, 1000]) } },
]);
const withToy = levers.map((one) => (one === objective ? { ...one, rows } : one));

test('the lists of core and worker have the same objectives', () => {
  expect(choices.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
});

test('it is asked by its name, reads its setting and the base model, and what it measures is in the record', async () => {
  const trainer = await startTrainerInNode({ levers: withToy, objectives: [...shipped, held] });
  const recordOf = (asked: object) => trainer.run({ trainTokens: 3 * 128, ...asked });
  const free = await recordOf({ objective: 'held', hold: 0 });
  const plain = await recordOf({ objective: 'sft' });
  const stiff = await recordOf({ objective: 'held', hold: 1000 });
  trainer.close();

  // Without holding it is supervised fine-tuning, to the bit; that measures nothing.
  expect(free.steps.map(({ loss }) => loss)).toEqual(plain.steps.map(({ loss }) => loss));
  expect(plain.steps[0]).not.toHaveProperty('readings');
  const drift = (record: typeof free): number[] =>
    record.steps.map(({ readings }) => readings!.drift!);
  const atEnd = (record: typeof free): number => Math.abs(drift(record)[2]!);
  expect(drift(free)[0]).toBe(0);
  expect(atEnd(free)).toBeGreaterThan(0);
  expect(stiff.plan.settings).toMatchObject({ objective: 'held', hold: 1000 });
  expect(atEnd(stiff)).toBeLessThan(atEnd(free));
  expect([...columnsOf(free).steps.column('drift')]).toEqual(drift(free));
}, 180_000);
