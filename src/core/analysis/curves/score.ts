import type { CurveKind } from './curveKind.ts';

/** Each task's own metric on held-out examples, 0–100. */
export const score = {
  name: 'score',
  unit: 'score',
  range: [0, 100],
  isSmoothed: false,
  isHigherBetter: true,
  table: 'validations',
  column: 'score',
} as const satisfies CurveKind;
