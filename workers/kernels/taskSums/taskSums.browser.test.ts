import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, ints, intsOf, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'taskSums',
  cases: fc
    .record({ seed, scale, m: size(130), nTasks: size(100) })
    .map(({ seed, scale, m, nTasks }): Case => {
      const drawn = ints(seed, 'tasks', m, nTasks + 1).values;
      const taskIds = intsOf(Array.from(drawn, (id) => id - 1)); // −1: no task
      const losses = floats(seed, 'losses', [m], scale);
      return { inputs: { losses, taskIds, norm: floats(seed, 'norm', [1]) }, attrs: { nTasks } };
    }),
  define({ losses, taskIds, norm }, { nTasks }) {
    const sums = new Float64Array(Number(nTasks) + 1);
    taskIds!.forEach((id, m) => {
      if (id >= 0) sums[id]! += losses![m]!;
    });
    sums[Number(nTasks)] = norm![0]!;
    return [sums];
  },
  kernel: 'TaskSums',
});
