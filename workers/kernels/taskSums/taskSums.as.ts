import { address, int } from '../../wasm/params.as';

/** [losses, taskIds, M, nTasks, norm, out]: each task's sum in order, then the norm. One chunk. */
export function taskSumsJob(params: usize, chunk: i32, scratch: usize): void {
  const nTasks = int(params, 3), out = address(params, 5);
  memory.fill(out, 0, <usize>nTasks * 4);
  for (let m = 0; m < int(params, 2); m++) {
    const task = load<i32>(address(params, 1) + <usize>m * 4);
    if (task < 0) continue;
    const to = out + <usize>task * 4;
    store<f32>(to, load<f32>(to) + load<f32>(address(params, 0) + <usize>m * 4));
  }
  store<f32>(out + <usize>nTasks * 4, load<f32>(address(params, 4)));
}
