import { expect, test } from 'vitest';
import { createMixture, drawNext } from '../../src/core/sampling/draws.ts';
import { mixingRates } from '../../src/core/sampling/mixingRates.ts';
import { withMaxExamples } from '../../src/core/tasks/withMaxExamples.ts';
import { ratedChannels } from '../../workers/loop/ratedChannels.ts';
import { toyTask } from './toys.ts';

const caps = [15, undefined, 5000];
const tasks = [1500, 1500, 1500].map((size, i) => withMaxExamples(toyTask(`t${i}`, size), caps[i]));
const channels = ratedChannels(
  tasks,
  tasks.map(({ id }) => ({ taskId: id, level: 50, isOn: true })),
);
const shares = (strategy: string, cap: number, mixingTemperature: number): string[] =>
  mixingRates({ strategy, cap, mixingTemperature }, channels).map((rate) => rate.toFixed(6));

// By hand: e = 15, 1,500, 1,500, so proportional is 15/3015, 1500/3015; under K = 300 it is 15/615, 300/615;
// with T = 2 it is √15, √1500, √1500 over their sum 81.332627.
test('tasks of one size differ under the strategies by size once their examples are capped', () => {
  expect(shares('equal', 300, 2)).toEqual(['0.333333', '0.333333', '0.333333']);
  expect(shares('proportional', 300, 2)).toEqual(['0.004975', '0.497512', '0.497512']);
  expect(shares('capped', 300, 2)).toEqual(['0.024390', '0.487805', '0.487805']);
  expect(shares('temperature', 1e6, 2)).toEqual(['0.047619', '0.476190', '0.476190']);
});

test('draws of a capped task are its first examples, each once an epoch', () => {
  let state = createMixture(3, tasks);
  const drawn = Array.from({ length: 30 }, () => {
    const [draw, after] = drawNext(state, tasks, [1, 0, 0]);
    state = after;
    return draw.instanceIndex;
  });
  const first15 = Array.from({ length: 15 }, (_, i) => i);
  for (const epoch of [drawn.slice(0, 15), drawn.slice(15)]) {
    expect(epoch.toSorted((a, b) => a - b)).toEqual(first15);
  }
});

test('a cap that lets everything in changes nothing', () => {
  const task = toyTask('t', 9);
  expect(withMaxExamples(task, 9)).toBe(task);
  expect(withMaxExamples(task)).toBe(task);
});
