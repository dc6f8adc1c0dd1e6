import type { CurveKind } from './curveKind.ts';
import { TaskAxis } from './taskAxis.ts';

/** How often the examples of these tasks have come, on average, until then. */
export const epochs = {
  name: 'epochs',
  unit: 'epochs',
  range: [0, null],
  isSmoothed: false,
  isHigherBetter: true,
  table: 'steps',
  column: 'epochs',
  values: (taskIndices) => {
    const axis = new TaskAxis(taskIndices, 'taskEpochs');
    return (columns, fromRow) => axis.at(columns, columns.steps.column('step').subarray(fromRow));
  },
} as const satisfies CurveKind;
