import { AppError } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import type { ColumnMapping } from '../tasks/columnMapping.ts';
import { openParquet, type ParquetTable } from '../tasks/containers/parquetTable.ts';
import { maxInstances } from '../tasks/fileLimits.ts';
import { bookOf } from '../tasks/readers/bookOf.ts';
import type { ReadFile } from '../tasks/readReport.ts';
import { RowCollector } from '../tasks/rows/rowCollector.ts';
import type { RowWatch } from '../tasks/rows/rowWatch.ts';
import type { SplitName } from '../tasks/task.ts';
import { randomStream } from '../random.ts';
import {
  bytesOf,
  chooseGroups,
  type FetchLimits,
  type FileGroup,
  mergedRanges,
} from './chooseGroups.ts';
import type { DatasetFile, HubDataset } from './findDataset.ts';
import { hubNameText } from './hubName.ts';
import type { HubWorld } from './hubWorld.ts';
import { RemoteFile } from './remoteFile.ts';

/** A file's table of contents may be half a megabyte: of very many files a seeded choice is looked into. */
const maxFilesOfSplit = 8;
const maxBytesOfRange = 32 * 1024 * 1024;
/** What is fetched of one dataset at most; the held-out splits need a tenth of it each. */
const limitsOf = (split: SplitName | null): FetchLimits => {
  const share = split === 'validation' || split === 'test' ? 0.1 : 0.8;
  return { rows: share * maxInstances, bytes: share * 256 * 1024 * 1024 };
};

/** Told while a dataset is fetched, and which of its columns is what where their names do not say it. */
export interface HubReading {
  readonly mapping?: ColumnMapping;
  readonly rows: RowWatch;
  /** How many bytes are to come, once that is known. */
  readonly expect: (bytes: number) => void;
}

/** The task of a dataset, and what makes it what it is. */
export interface ReadDataset extends ReadFile {
  /** SHA-256 of commit, files and the parts of them that were read. */
  readonly sha256: string;
}

interface OpenFile extends DatasetFile {
  readonly remote: RemoteFile;
  readonly table: ParquetTable;
}

/**
 * Fetches and reads a dataset, as many of its row groups as the limits allow, whole groups only.
 * @throws AppError 'download-failed' or 'bad-file'.
 */
export async function readHubDataset(
  world: HubWorld,
  { name, files, licence }: HubDataset,
  how: HubReading,
): Promise<ReadDataset> {
  const opened: OpenFile[] = [];
  for (const file of filesToOpen(files)) {
    const remote = new RemoteFile(world, file);
    opened.push({ ...file, remote, table: await openParquet(remote, `${name.repo}/${file.path}`) });
  }
  const chosen = [...new Set(opened.map(({ split }) => split))].flatMap((split) => {
    const own = opened.filter((file) => file.split === split);
    const groups = own.flatMap((file) => file.table.groups.map((group) => ({ file, group })));
    return chooseGroups(groups, limitsOf(split));
  });
  how.expect(chosen.reduce((sum, { group }) => sum + bytesOf(group), 0));
  const rows = new RowCollector(name.repo, {
    watch: how.rows,
    ...(how.mapping && { mapping: how.mapping }),
  });
  for (const file of opened) {
    const groups = chosen.filter((one) => one.file === file).map(({ group }) => group);
    for (const { from, to } of mergedRanges(groups, maxBytesOfRange)) {
      await file.remote.fetch(from, to);
    }
    for (const group of groups) {
      for await (const { row, at } of file.table.rowsOf(group)) {
        rows.take(row, { unit: 'row', at }, file.split ?? undefined);
      }
    }
  }
  const text = hubNameText(name);
  if (rows.count === 0) throw new AppError('bad-file', 'noRows', { fileName: text });
  const part = name.config === 'default' ? '' : `-${name.config}`;
  const head = { fileName: `${name.repo}${part}${name.split ? `-${name.split}` : ''}`, licence };
  const { tasks, report } = bookOf(rows, head, { format: 'parquet', encoding: null });
  return {
    tasks: tasks.map((task) => ({ ...task, name: head.fileName, origin: text })),
    report,
    sha256: digestOfChoice(text, files, chosen),
  };
}

function filesToOpen(files: readonly DatasetFile[]): DatasetFile[] {
  const splits = [...new Set(files.map(({ split }) => split))];
  const wanted = new Set(
    splits.flatMap((split) => {
      const own = files.filter((file) => file.split === split);
      const rank = (path: string): number => randomStream('shard', path).next();
      const ranked = own.map((file) => ({ file, rank: rank(file.path) }));
      return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, maxFilesOfSplit)
        .map(({ file }) => file);
    }),
  );
  return files.filter((file) => wanted.has(file));
}

function digestOfChoice(
  name: string,
  files: readonly DatasetFile[],
  chosen: readonly FileGroup<OpenFile>[],
): string {
  const parts = chosen.map(({ file, group }) => [file.path, file.split, group.from, group.rows]);
  const text = JSON.stringify([name, files.map(({ path }) => path), parts]);
  return sha256(new TextEncoder().encode(text));
}
