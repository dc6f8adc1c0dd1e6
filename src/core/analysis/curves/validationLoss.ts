import type { CurveKind } from './curveKind.ts';

/** Mean loss of the answers' tokens on held-out examples. */
export const validationLoss = {
  name: 'validationLoss',
  unit: 'nats',
  range: [0, null],
  isSmoothed: false,
  isHigherBetter: false,
  table: 'validations',
  column: 'loss',
} as const satisfies CurveKind;
