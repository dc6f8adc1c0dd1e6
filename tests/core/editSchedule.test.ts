import { expect, test } from 'vitest';
import {
  laneOf,
  movedTasks,
  ofTasks,
  withoutPoint,
  withoutSetting,
  withPoint,
  withSetting,
} from '../../src/core/schedule/editSchedule.ts';

const point = (step: number, taskId: string, level: number, isOn = true) => ({
  step,
  taskId,
  level,
  isOn,
});
const drawn = [point(40, 'a', 10), point(20, 'b', 80), point(20, 'a', 60)].reduce(withPoint, []);

test('points that are drawn in any order are one schedule, by steps', () => {
  expect(drawn).toEqual([
    {
      step: 20,
      channels: [
        { taskId: 'b', level: 80, isOn: true },
        { taskId: 'a', level: 60, isOn: true },
      ],
    },
    { step: 40, channels: [{ taskId: 'a', level: 10, isOn: true }] },
  ]);
  expect(laneOf(drawn, 'a')).toEqual([point(20, 'a', 60), point(40, 'a', 10)]);
  expect(movedTasks(drawn)).toEqual(['b', 'a']);
  expect(laneOf(withPoint(drawn, point(20, 'a', 5, false)), 'a')[0]).toEqual(
    point(20, 'a', 5, false),
  );
});

test('a point that is taken away leaves the others, and a move without any is gone', () => {
  expect(laneOf(withoutPoint(drawn, point(20, 'a', 0)), 'b')).toHaveLength(1);
  const left = withoutPoint(drawn, point(40, 'a', 0));
  expect(left.map(({ step }) => step)).toEqual([20]);
  expect(ofTasks(drawn, ['b'])).toEqual(withoutPoint(left, point(20, 'a', 0)));
});

test('a live setting lies beside the faders of its step and leaves without them', () => {
  const set = withSetting(drawn, 40, { learningRate: 0.002 });
  expect(set[1]).toMatchObject({ channels: [{ taskId: 'a' }], settings: { learningRate: 0.002 } });
  expect(withoutSetting(set, 40, 'learningRate')).toEqual(drawn);
  expect(withoutPoint(set, point(40, 'a', 0))[1]).toEqual({
    step: 40,
    settings: { learningRate: 0.002 },
  });
});
