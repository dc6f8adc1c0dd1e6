import type { CurveKind, NewValues } from './curveKind.ts';

/** The share of the examples that the mixture asks of these tasks, 0–1. */
const askedShare = {
  name: 'askedShare',
  unit: 'share',
  range: [0, null],
  isSmoothed: false,
  isHigherBetter: true,
  table: 'steps',
  column: 'asked',
  values: (taskIndices) => askedOf(taskIndices),
} as const satisfies CurveKind;

/** The share of the examples that came from these tasks, 0–1. */
export const share = {
  name: 'share',
  unit: 'share',
  range: [0, null],
  isSmoothed: true,
  isHigherBetter: true,
  table: 'steps',
  column: 'share',
  values: (taskIndices) => sharesOf(taskIndices),
  against: askedShare,
} as const satisfies CurveKind;

const sharesOf =
  (taskIndices: readonly number[]): NewValues =>
  ({ steps }, fromRow) => {
    const all = steps.column('examples');
    const own = taskIndices.map((index) => steps.column('examples', index));
    return all.subarray(fromRow).map((total, i) => {
      const sum = own.reduce((some, examples) => some + (examples[fromRow + i]! || 0), 0);
      return total > 0 ? sum / total : NaN;
    });
  };

function askedOf(taskIndices: readonly number[]): NewValues {
  let place = 0;
  return ({ steps, mixtures, taskIds }, fromRow) => {
    const ids = taskIndices.map((index) => taskIds[index]!);
    return steps
      .column('step')
      .subarray(fromRow)
      .map((step) => {
        while (mixtures[place + 1] && mixtures[place + 1]!.step < step) place += 1;
        const rates = mixtures[place]?.rates ?? {};
        return ids.reduce((sum, id) => sum + (rates[id] ?? 0), 0);
      });
  };
}
