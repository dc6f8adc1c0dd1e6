import type { Result } from '../../core/errors.ts';
import type { FileSource, HubSource, ReadProgress, TaskInfo } from '../../core/protocol/index.ts';
import { untilSettled } from '../bridge/untilSettled.ts';
import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** Reads own data in the worker; what takes longer is shown, and can be stopped. */
export async function readOwn(
  { engine, ownReading }: App,
  source: FileSource | HubSource,
): Promise<Result<readonly TaskInfo[]>> {
  ownReading.begin(source.kind === 'file' ? source.fileName : source.name);
  try {
    return await untilSettled(
      (progress: ReadProgress) => ownReading.report(progress),
      (report) => engine.readOwn(source, report),
    );
  } finally {
    ownReading.end();
  }
}

/** Nothing of what is read becomes a task, and the files that wait are not read. */
export async function stopReading(app: App): Promise<void> {
  app.ownReading.isStopping = true;
  if (app.engine.api) tell(app, await app.engine.api.stopReading());
}
