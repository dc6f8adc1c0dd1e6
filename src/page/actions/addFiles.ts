import type { FileSource, TaskInfo } from '../../core/protocol/index.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { ownFile } from '../state/datasets.ts';

/** Dropped or chosen files into the library and onto the desk, one by one; a bad one is told about and changes nothing. */
export async function addFiles(app: App, files: Iterable<File>): Promise<void> {
  app.notices.clear();
  for (const file of files) await addFile(app, file);
}

async function addFile(app: App, file: File): Promise<void> {
  const source = ownFile(file);
  if (!source.ok) return app.notices.error(source.error);
  const builtIn = app.library.tasks.filter(({ isOwn }) => !isOwn);
  const named = { ...source.value, reservedIds: builtIn.map(({ id }) => id) };
  const result = await app.engine.readFile(named);
  if (!result.ok) return app.notices.error(result.error);
  for (const task of result.value) addTask(app, task, named);
}

function addTask({ desk, notices }: App, task: TaskInfo, source: FileSource): void {
  const { id, name, cluster, metric, counts, chance } = task;
  const size = counts.train;
  const channel = desk.add({ id, name, cluster, metric, size, chance, source });
  channel.task = task;
  const words = t.notices.addedSize(size, task.licence);
  const when = desk.isForNextRun(channel)
    ? t.notices.fromNextRun
    : desk.isInRun(id)
      ? t.notices.keepsVersion
      : '';
  notices.done(t.notices.added(name), `${words} ${when}`.trim());
}
