import { modelSizes } from '../../src/core/models.ts';
import type { Judging, RunPlan, TrainEvent, Weights } from '../../src/core/protocol/index.ts';
import { createPlan, type RunOrder } from '../../src/core/runs/plan.ts';
import type { NewRun } from '../../src/core/runs/record.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';

export const toyOrder: RunOrder = {
  settings: defaultSettings(modelSizes.nano),
  channels: [
    { taskId: 'a', level: 50, isOn: true },
    { taskId: 'b', level: 50, isOn: false },
  ],
  startFrom: { kind: 'base' },
  judge: [],
  group: null,
};

export const toyTasks = [
  { id: 'a', sha256: 'aa' },
  { id: 'b', sha256: 'bb' },
];

export const toyModel = { name: 'nano', sha256: 'ff' };

export const toyPlan = (order: Partial<RunOrder> = {}): RunPlan =>
  createPlan({ ...toyOrder, ...order }, toyModel, toyTasks);

export const toyRun = (runId: string, order: Partial<RunOrder> = {}): NewRun => ({
  runId,
  name: 'calm-otter-1',
  startedAt: '2026-11-28T20:00:00.000Z',
  plan: toyPlan(order),
});

export const toyJudging = (
  weights: Weights,
  name = 'test',
  more: Partial<Judging> = {},
): Judging => ({
  name,
  weights,
  split: 'test',
  taskIds: ['a', 'b'],
  maxInstances: 10,
  withMetric: true,
  keptAnswers: 1,
  ...more,
});

type StepEvent = Extract<TrainEvent, { type: 'step' }>;

/** The event of a step with 100 tokens in a tenth of a second; `more` says what matters to a test besides. */
export const toyStep = (
  step: number,
  lossByTask: StepEvent['lossByTask'] = {},
  more: Partial<StepEvent> = {},
): StepEvent => ({
  type: 'step',
  runId: 'r',
  step,
  tokens: 100 * step,
  loss: 1,
  lossByTask,
  learningRate: 0.001,
  gradNorm: 1,
  tokensPerSecond: 1000,
  elapsedMs: 100 * step,
  ...more,
});

/** The same loss-bearing part of a step for each of these losses. */
export const toyLosses = (
  losses: Readonly<Record<string, number>>,
  counts: Omit<StepEvent['lossByTask'][string], 'loss'>,
): StepEvent['lossByTask'] =>
  Object.fromEntries(Object.entries(losses).map(([id, loss]) => [id, { loss, ...counts }]));
