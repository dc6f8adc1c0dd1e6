import type { ModelName } from '../../core/models.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { mayLoseTuned } from './mayLoseTuned.ts';
import { tellEngineError } from './startEngine.ts';

/** Another model into the running engine. */
export async function changeModel(app: App, name: ModelName): Promise<void> {
  const { desk, engine, transport, tryIt, world } = app;
  if (!(await mayLoseTuned(app, t.engine.changeTo(name)))) return;
  desk.chooseModel(name);
  transport.startFrom = 'base';
  tryIt.clearAnswers();
  if (!(await engine.changeModel(world.baseUrl, name))) tellEngineError(app);
}
