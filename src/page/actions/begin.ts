import type { App } from '../state/createApp.ts';
import { offerToGoOn } from './goOn.ts';
import { loadTasks } from './loadTasks.ts';
import { startEngine } from './startEngine.ts';

/**
 * First load: the engine, then the tasks of the desk.
 * @param opened once it is known what the desk holds
 */
export async function begin(app: App, opened: Promise<void>): Promise<void> {
  const started = startEngine(app);
  await opened;
  if (!(await started)) return;
  await loadTasks(app);
  await offerToGoOn(app);
}
