import { randomStream } from '../random.ts';
import type { RowGroup } from '../tasks/containers/parquetTable.ts';

/** Row groups of several files. */
export interface FileGroup<File> {
  readonly file: File;
  readonly group: RowGroup;
}

export interface FetchLimits {
  readonly rows: number;
  readonly bytes: number;
}

export const bytesOf = ({ startByte, endByte }: RowGroup): number => endByte - startByte;

/**
 * As many groups as may be fetched, in a seeded order that is the same everywhere, so that a sorted dataset gives more than its
 * beginning; at least one. They are returned in the order of the files.
 */
export function chooseGroups<File extends { readonly path: string }>(
  groups: readonly FileGroup<File>[],
  limits: FetchLimits,
): FileGroup<File>[] {
  const ranked = groups
    .map((one) => ({ one, rank: randomStream('rowGroup', one.file.path, one.group.from).next() }))
    .sort((a, b) => a.rank - b.rank);
  const chosen = new Set<FileGroup<File>>();
  let [rows, bytes] = [0, 0];
  for (const { one } of ranked) {
    rows += one.group.rows;
    bytes += bytesOf(one.group);
    if (chosen.size > 0 && (rows > limits.rows || bytes > limits.bytes)) break;
    chosen.add(one);
  }
  return groups.filter((one) => chosen.has(one));
}

/** Ranges of bytes that lie side by side as one, up to a size: fewer requests. */
export function mergedRanges(
  groups: readonly RowGroup[],
  maxBytes: number,
): { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { startByte, endByte } of groups.toSorted((a, b) => a.startByte - b.startByte)) {
    const last = ranges.at(-1);
    const isBeside = last && startByte >= last.to && startByte - last.to <= maxGap;
    if (isBeside && endByte - last.from <= maxBytes) last.to = endByte;
    else ranges.push({ from: startByte, to: endByte });
  }
  return ranges;
}

/** Writers leave a few bytes between groups. */
const maxGap = 65_536;
