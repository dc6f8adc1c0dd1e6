import type { FileSource, TaskInfo } from '../../core/protocol/index.ts';
import { reportSentences } from '../../words/en/readReport.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { ownFile } from '../state/datasets.ts';
import { holdsDesk } from './holdsDesk.ts';
import { removeOwn } from './removeOwn.ts';
import { importPreset } from './keepPreset.ts';

/**
 * Dropped or chosen files, one by one: tasks into the library and onto the desk, a saved mix in the place of this one.
 * A bad one is told about and changes nothing.
 */
export async function addFiles(app: App, files: Iterable<File>): Promise<void> {
  app.notices.clear();
  for (const file of files) await addFile(app, file);
}

async function addFile(app: App, file: File): Promise<void> {
  if (await holdsDesk(file)) return importPreset(app, file);
  const builtIn = app.library.tasks.filter(({ isOwn }) => !isOwn);
  const named = { ...ownFile(file), reservedIds: builtIn.map(({ id }) => id) };
  const replaced = await toReplace(app, named);
  const level = replaced ? app.desk.channel(replaced)?.level : undefined;
  if (replaced) await removeOwn(app, replaced);
  const result = await app.engine.readFile(named);
  if (!result.ok) return app.notices.error(result.error);
  for (const task of result.value) await addTask(app, task, named);
  const channel = replaced ? app.desk.channel(replaced) : undefined;
  if (channel && level !== undefined) app.desk.setLevel(channel, level);
}

/** The own task of another version of the file, if the visitor wants the new one in its place; else both stay. */
async function toReplace(app: App, { fileName, file }: FileSource): Promise<string | undefined> {
  for (const { id, name, isOwn, source } of app.library.tasks) {
    if (!isOwn || source.kind !== 'file' || source.fileName !== fileName) continue;
    if (await areEqual(source.file, file)) continue;
    return (await app.question.ask(t.library.replaceOwn(name, fileName))) ? id : undefined;
  }
  return undefined;
}

async function areEqual(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [a, b] = await Promise.all([one.arrayBuffer(), other.arrayBuffer()]);
  const bytes = new Uint8Array(b);
  return new Uint8Array(a).every((byte, i) => byte === bytes[i]);
}

async function addTask(app: App, task: TaskInfo, source: FileSource): Promise<void> {
  const { desk, notices, world } = app;
  const { id, name, cluster, metric, counts, chance } = task;
  const size = counts.train;
  const listing = { id, name, cluster, metric, size, chance, source };
  const channel = desk.add(listing);
  channel.task = task;
  const words = t.notices.addedSize(size, task.licence);
  const when = desk.isForNextRun(channel)
    ? t.notices.fromNextRun
    : desk.isInRun(id)
      ? t.notices.keepsVersion
      : '';
  const told = task.report ? reportSentences(task.report).join(' ') : '';
  notices.done(t.notices.added(name), [words, told, when].filter(Boolean).join(' '));
  channel.isKept = await world.keptTasks.keep(listing).then(
    () => true,
    () => false,
  );
}
