import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../../wasm/heap.ts';

export function registerTaskSumsWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'TaskSums',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { losses, taskIds, norm } = inputs as Record<string, TensorInfo>;
      const { nTasks } = attrs as { nTasks: number };
      const out = heap.output([nTasks + 1]);
      heap.run('taskSumsJob', 1, [
        ...[heap.address(losses), heap.address(taskIds), losses!.shape[0]!, nTasks],
        ...[heap.address(norm), heap.address(out)],
      ]);
      return out;
    },
  });
}
