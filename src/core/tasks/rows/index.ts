import { chatRow } from './chatRow.ts';
import { nestedRow } from './nestedRow.ts';
import { plainRow } from './plainRow.ts';
import type { RowKind } from './rowKind.ts';

/** Every way of writing a question and its answer in a row; the first that fits reads. */
export const rowKinds: readonly RowKind[] = [chatRow, nestedRow, plainRow];
