import { AppError } from '../../src/core/errors.ts';
import type { ModelInfo, RunPlan } from '../../src/core/protocol/index.ts';
import type { LoadedTask } from '../data/loadTask.ts';

/**
 * A run is of the model and the tasks that its plan names, or it does not start.
 * @throws AppError 'model-mismatch' or 'not-ready' (a channel's task is not loaded, or another version of it).
 */
export function checkPlan(
  { model, channels, taskHashes }: RunPlan,
  loaded: Pick<ModelInfo, 'name' | 'sha256'>,
  tasks: ReadonlyMap<string, Pick<LoadedTask, 'sha256'>>,
): void {
  if (model.sha256 !== loaded.sha256) {
    const { name, sha256 } = loaded;
    const values = { planned: model, loaded: { name, sha256 } };
    throw new AppError('model-mismatch', 'otherModel', values);
  }
  for (const { taskId } of channels) {
    const task = tasks.get(taskId);
    if (!task || task.sha256 === taskHashes[taskId]) continue;
    const planned = taskHashes[taskId] ?? 'none';
    throw new AppError('not-ready', 'otherVersion', { id: taskId, got: task.sha256, planned });
  }
}
