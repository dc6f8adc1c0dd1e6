import { bigBench } from './bigBench.ts';
import { flanTemplates } from './flanTemplates.ts';
import { jsonRows } from './jsonRows.ts';
import { naturalInstructions } from './naturalInstructions.ts';
import { parquet } from './parquet.ts';
import { promptsource } from './promptsource.ts';
import type { TaskReader } from './reader.ts';
import { table } from './table.ts';

/** Every format of task files: one file and one line here add one. */
export const readers: readonly TaskReader[] = [
  parquet,
  naturalInstructions,
  bigBench,
  promptsource,
  flanTemplates,
  jsonRows,
  table,
];

/** Endings of the files that these can read, each once. */
export const endingsOf = (list: readonly TaskReader[]): readonly string[] => [
  ...new Set(list.flatMap(({ endings }) => endings)),
];
