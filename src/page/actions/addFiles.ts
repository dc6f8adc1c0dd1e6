import type { FileSource } from '../../core/protocol/index.ts';
import { type FileUnit, sortFiles } from '../../core/tasks/fileUnits.ts';
import { t } from '../i18n/texts.ts';
import type { Channel } from '../state/channel.svelte.ts';
import type { App } from '../state/createApp.ts';
import { ownFile } from '../state/datasets.ts';
import { addTask } from './addTask.ts';
import { holdsDesk } from './holdsDesk.ts';
import { askColumns, readMapped } from './mapColumns.ts';
import { forgetOwn } from './removeOwn.ts';
import { importPreset } from './keepPreset.ts';

/**
 * Dropped or chosen files, one by one, prompts with the rows that came with them: tasks into the library and onto the desk, a saved mix in the
 * place of this one. A bad one is told about and changes nothing; tasks that a collection's lists exclude stay away.
 */
export async function addFiles(app: App, files: Iterable<File>): Promise<void> {
  app.notices.clear();
  app.ownReading.isStopping = false;
  const named = [...files].map((file) => ({
    fileName: file.name,
    file,
    text: () => file.text(),
  }));
  const { units, excluded } = await sortFiles(named);
  if (excluded.length > 0) app.notices.done(t.notices.excluded(excluded.length));
  for (const unit of units) {
    await addFile(app, unit);
    if (app.ownReading.isStopping) break;
  }
}

interface NamedFile {
  readonly fileName: string;
  readonly file: File;
}

async function addFile(app: App, unit: FileUnit<NamedFile>): Promise<void> {
  const { file } = unit.main;
  if (await holdsDesk(file)) return importPreset(app, file);
  const beside = unit.beside.map(({ fileName, file: other }) => ({ fileName, file: other }));
  const { officialSplit } = unit;
  const source = {
    ...sourceOf(app, file),
    ...(beside.length > 0 && { beside }),
    ...(officialSplit && { officialSplit }),
  };
  await read(app, source, await toReplace(app, source));
}

/** Another file in the place of an own task, under its fader. Resolves to the id of what took it; null where the file can't be read. */
export async function replaceOwn(app: App, { id }: Channel, file: File): Promise<string | null> {
  app.notices.clear();
  const [first] = await read(app, sourceOf(app, file), id);
  return first ?? null;
}

/** The same file with another choice of columns, in its own place. */
export async function mapAgain(app: App, { id, source, task }: Channel): Promise<void> {
  if (source.kind !== 'file') return;
  const mapping = await askColumns(app, source, task?.report?.mapping ?? null);
  if (!mapping) return;
  app.notices.clear();
  await read(app, { ...source, mapping }, id);
}

function sourceOf({ library }: App, file: File): FileSource {
  const builtIn = library.tasks.filter(({ isOwn }) => !isOwn);
  return { ...ownFile(file), reservedIds: builtIn.map(({ id }) => id) };
}

/** Ids of the tasks that came; none where the file can't be read: then nothing is replaced. */
async function read(
  app: App,
  source: FileSource,
  replaces: string | undefined,
): Promise<readonly string[]> {
  const asked = { ...source, ...(replaces !== undefined && { replaces }) };
  const { result, source: read } = await readMapped(app, asked);
  if (!result.ok) {
    app.notices.error(result.error);
    return [];
  }
  for (const task of result.value)
    await addTask(app, task, { ...source, ...(read.mapping && { mapping: read.mapping }) });
  const ids = result.value.map(({ id }) => id);
  if (replaces !== undefined && !ids.includes(replaces)) await giveWay(app, replaces, ids[0]!);
  return ids;
}

async function giveWay(app: App, id: string, heir: string): Promise<void> {
  const [before, after] = [id, heir].map((one) => app.desk.channel(one));
  if (before && after) after.place = before.place;
  await forgetOwn(app, id);
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

/** Compared at a time: the page answers in between. */
const bytesAtOnce = 1024 * 1024;

async function areEqual(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += bytesAtOnce) {
    const part = (blob: Blob) => blob.slice(at, at + bytesAtOnce).arrayBuffer();
    const [a, b] = await Promise.all([part(one), part(other)]);
    const bytes = new Uint8Array(b);
    if (!new Uint8Array(a).every((byte, i) => byte === bytes[i])) return false;
  }
  return true;
}
