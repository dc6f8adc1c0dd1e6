import type { ModelName } from '../../core/models.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { mayLoseTuned } from './mayLoseTuned.ts';
import { tellEngineError } from './startEngine.ts';

/** Another model into the running engine. */
export async function changeModel(app: App, name: ModelName): Promise<void> {
  if (!(await mayLoseTuned(app, t.engine.changeTo(name)))) return;
  app.desk.chooseModel(name);
  await putModel(app);
}

/** The desk's model into the running engine, in the place of the one that it holds. */
export async function putModel(app: App): Promise<void> {
  const { desk, engine, transport, tryIt, exam, world } = app;
  transport.startFrom = 'base';
  tryIt.clearAnswers();
  exam.leave();
  if (!(await engine.changeModel(world.baseUrl, desk.modelName))) tellEngineError(app);
}
