/** The worker's own loop on plain JavaScript: what a hand did is drawn again by a schedule, to the bit. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaderSchedule } from '../../src/core/protocol/index.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import { scheduleOf } from '../../src/core/runs/scheduleOf.ts';
import {
  startTrainerInNode,
  taskIds,
  type TrainerInNode,
} from '../structure/additions/trainerInNode.ts';

let trainer: TrainerInNode;
beforeAll(async () => {
  trainer = await startTrainerInNode({});
});
afterAll(() => trainer.close());

const [first, second] = taskIds;
const nSteps = 4;
/** Few examples wait for a row, so that a moved fader shows within some steps. */
const asked = { trainTokens: nSteps * 128, learningRate: 0.01 };

/** What a run came to, without its times. */
const numbers = ({ steps }: RunRecord): unknown[] =>
  steps.map(({ step, tokens, loss, lossByTask, learningRate, gradNorm }) => [
    step,
    tokens,
    loss,
    lossByTask,
    learningRate,
    gradNorm,
  ]);

/** Fader, learning rate, and a mute, each after another step. */
async function playByHand(): Promise<void> {
  const { api } = trainer;
  await api.setChannels([{ taskId: first, level: 1, isOn: true }]);
  await stepTo(2);
  await api.changeSetting('learningRate', 0.002);
  await stepTo(3);
  await api.setChannels([{ taskId: first, level: 90, isOn: true }]);
  await api.setChannels([{ taskId: second, level: 50, isOn: false }]);
}

let step = 0;
async function stepTo(wanted: number): Promise<void> {
  for (; step < wanted; step++) await trainer.api.stepOnce();
  // The preview names the step that comes: the steps before it are taken.
  for (;;) {
    const preview = await trainer.api.previewBatch({} as never, []);
    if (preview.ok && preview.value.step === wanted + 1) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const withSchedule = (schedule: FaderSchedule, more: object = {}): Promise<RunRecord> =>
  trainer.run({ ...asked, ...more }, { order: { schedule } });

test.each(['faders', 'proportional'])(
  'a run played by hand and its replay have the same losses to the bit (%s)',
  async (strategy) => {
    step = 0;
    const byHand = await trainer.run({ ...asked, strategy }, { whileOn: playByHand });
    const schedule = scheduleOf(byHand)!;
    expect(schedule).toEqual([
      { step: 0, channels: [{ taskId: first, level: 1, isOn: true }] },
      { step: 2, settings: { learningRate: 0.002 } },
      {
        step: 3,
        channels: [
          { taskId: first, level: 90, isOn: true },
          { taskId: second, level: 50, isOn: false },
        ],
      },
    ]);
    const replay = await withSchedule(schedule, { strategy });
    expect(numbers(replay)).toEqual(numbers(byHand));
    expect(scheduleOf(replay)).toEqual(schedule);
    expect(replay.changes.map(({ step: at, cause }) => [at, cause.kind])).toEqual([
      [0, 'schedule'],
      [2, 'schedule'],
      [3, 'schedule'],
    ]);
  },
  180_000,
);

test('a scheduled mute is drawn no more from the next batch on', async () => {
  const schedule = [
    { step: 1, channels: [{ taskId: second, level: 50, isOn: false }] },
    { step: 99, channels: [{ taskId: second, level: 50, isOn: true }] },
  ];
  const { changes, mixingRates, trainExamples } = await withSchedule(schedule);
  expect(mixingRates).toEqual({ [first]: 0.5, [second]: 0.5 });
  expect(trainExamples![first]).toBeGreaterThan(1000);
  expect(changes).toMatchObject([
    {
      step: 1,
      channels: [{ taskId: second, level: 50, isOn: false }],
      mixingRates: { [first]: 1, [second]: 0 },
    },
  ]);
}, 60_000);

test('a schedule that closes all channels is refused before the first step', async () => {
  const channels = taskIds.map((taskId) => ({ taskId, level: 50, isOn: false }));
  await expect(withSchedule([{ step: 4, channels }])).rejects.toThrow(/at step 4 no channel/);
});

test('a step counts examples and all tokens of each task; a cap holds the examples drawn', async () => {
  const channels = taskIds.map((taskId) => ({ taskId, level: 50, isOn: true, maxExamples: 3 }));
  const { steps, trainExamples } = await trainer.run(asked, { order: { channels } });
  expect(trainExamples).toEqual({ [first]: 3, [second]: 3 });
  const held = steps.flatMap(({ lossByTask }) => Object.values(lossByTask));
  expect(held.length).toBeGreaterThan(0);
  for (const { examples, allTokens, tokens } of held) {
    expect(examples).toBeGreaterThanOrEqual(1);
    expect(allTokens).toBeGreaterThan(tokens);
  }
  // A batch is one row of 128 positions.
  for (const { lossByTask } of steps) {
    const own = Object.values(lossByTask).reduce((sum, { allTokens }) => sum + allTokens!, 0);
    expect(own).toBeLessThanOrEqual(128);
  }
}, 60_000);
