import type { InstructionRow } from './instructionRow.ts';

/** Told while a file is read: how many rows there have been, and the first of them. */
export type RowWatch = (rows: number, first: readonly InstructionRow[]) => void;

/** How many rows are shown while the others are read. */
export const watchedRows = 3;
/** Rows between two tellings. */
export const rowsATelling = 500;
