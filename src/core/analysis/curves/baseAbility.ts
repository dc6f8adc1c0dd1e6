import type { CurveKind } from './curveKind.ts';

/** Mean loss of the tokens of pre-training text that no model was trained on: what rises is being forgotten. */
export const baseAbility = {
  name: 'baseAbility',
  unit: 'nats',
  range: [0, null],
  isSmoothed: false,
  isHigherBetter: false,
  table: 'validations',
  column: 'baseAbility',
  values:
    () =>
    ({ validations }, fromRow) =>
      validations.column('baseAbility').subarray(fromRow),
  isOfRun: true,
} as const satisfies CurveKind;
