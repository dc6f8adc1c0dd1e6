import type * as tf from '@tensorflow/tfjs-core';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

/** TaskSums: a thread a task, so that each sum has the order of the rows. */
export function registerTaskSumsWebgpu(recorder: Recorder): void {
  recorder.register(
    'TaskSums',
    ({ losses, taskIds, norm }: Sums, { nTasks }: { nTasks: number }) => {
      const sums = recorder.make([nTasks + 1]);
      runRows(recorder, {
        key: 'TaskSums',
        writes: { sums: f32s(sums) },
        reads: { losses: f32s(losses), taskIds: i32s(taskIds), norm: f32s(norm) },
        uniforms: { nTasks: u32(nTasks), nLosses: u32(losses.shape[0]!) },
        rows: Math.ceil((nTasks + 1) / recorder.variants.rowLanes),
        body: `
  let task = row * lanes + lane;
  if (task > params.nTasks) { return; }
  if (task == params.nTasks) { sums[task] = norm[0]; return; }
  var total = 0.0;
  for (var m = 0u; m < params.nLosses; m++) {
    total += select(0.0, losses[m], taskIds[m] == i32(task));
  }
  sums[task] = total;`,
      });
      return sums;
    },
  );
}

interface Sums {
  readonly losses: tf.TensorInfo; // [M]
  readonly taskIds: tf.TensorInfo; // int32 [M]
  readonly norm: tf.TensorInfo; // [1]
}
