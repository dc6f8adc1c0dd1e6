import type { DeskSetup } from '../../core/desk/deskSetup.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { putModel } from './changeModel.ts';
import { loadTasks } from './loadTasks.ts';
import { mayLoseTuned } from './mayLoseTuned.ts';
import { tellAbsent } from './tellAbsent.ts';

/**
 * Puts a whole desk in the place of what is there: its model, its tasks, its faders. Resolves to false
 * where nothing was done: the visitor would rather keep the tuned weights, or a run is on with another model.
 * @param solos tasks to be soloed; left out, they stay as they are
 */
export async function useDesk(
  app: App,
  setup: DeskSetup,
  solos?: readonly string[],
): Promise<boolean> {
  const { desk, engine, transport, tryIt, notices } = app;
  const isOtherModel = setup.model !== desk.modelName;
  if (isOtherModel && transport.isBusy) {
    notices.failed(t.link.otherModel(setup.model), t.link.stopFirst);
    return false;
  }
  if (isOtherModel && !(await mayLoseTuned(app, t.engine.changeTo(setup.model)))) return false;
  desk.useSetup(setup, solos);
  if (tryIt.task && !desk.channel(tryIt.task.id)) tryIt.task = null;
  tellAbsent(app);
  if (isOtherModel) await putModel(app);
  if (await engine.ready) await loadTasks(app);
  return true;
}
