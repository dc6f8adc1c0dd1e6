import type { CurveKind } from './curveKind.ts';

/** Mean loss of the answers' tokens in each step's batch. */
export const trainLoss = {
  name: 'trainLoss',
  unit: 'nats',
  range: [0, null],
  isSmoothed: true,
  isHigherBetter: false,
  table: 'steps',
  column: 'loss',
} as const satisfies CurveKind;
