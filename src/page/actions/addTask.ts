import type { FileSource, HubSource, TaskInfo } from '../../core/protocol/index.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** A task of own data into the library, onto the desk and into what is kept for the next visit; what was read is told. */
export async function addTask(
  app: App,
  task: TaskInfo,
  source: FileSource | HubSource,
): Promise<void> {
  const { desk, notices, world } = app;
  const { id, name, cluster, metric, counts, chance } = task;
  const size = counts.train;
  const listing = { id, name, cluster, metric, size, chance, source };
  const channel = desk.add(listing);
  channel.task = task;
  if (source.kind === 'file' && source.officialSplit === 'test') desk.setMuted([channel], true);
  const words = t.notices.addedSize(size, task.licence);
  const when = desk.isForNextRun(channel)
    ? t.notices.fromNextRun
    : desk.isInRun(id)
      ? t.notices.keepsVersion
      : '';
  const told = task.report ? t.data.report(task.report).join(' ') : '';
  notices.done(t.notices.added(name), [words, told, when].filter(Boolean).join(' '));
  channel.isKept = await world.keptTasks.keep(listing).then(
    () => true,
    () => false,
  );
}
