import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';
import type { LeftOut, LeftOutReason } from '../readReport.ts';
import type { SplitName } from '../task.ts';
import type { ColumnMapping } from '../columnMapping.ts';
import { mappedColumns } from './mappedColumns.ts';
import type { Columns } from './columns.ts';
import { rowKinds } from './index.ts';
import { isLeftOut, type InstructionRow } from './instructionRow.ts';
import { RowSample } from './rowSample.ts';
import { isRecord } from './rowText.ts';
import { rowsATelling, type RowWatch, watchedRows } from './rowWatch.ts';

/** Who is told of the rows, and which of their columns is what where their names do not say it. */
interface RowHow {
  readonly watch?: RowWatch;
  readonly mapping?: ColumnMapping;
}

/** Takes a file's rows one by one and keeps what can be trained on, as far as there is room, and the book on the rest. */
export class RowCollector {
  readonly sample = new RowSample();
  readonly #first: InstructionRow[] = [];
  /** Rows that were there. */
  count = 0;
  readonly #fileName: string;
  readonly #watch: RowWatch | undefined;
  readonly mapping: ColumnMapping | null;
  readonly #leftOut = new Map<LeftOutReason, LeftOut>();
  readonly #unknownKeys = new Set<string>();
  /** Rows mostly have the keys of the row before. */
  #last: { readonly signature: string; readonly columns: Columns } | undefined;

  constructor(fileName: string, { watch, mapping }: RowHow = {}) {
    this.#fileName = fileName;
    this.#watch = watch;
    this.mapping = mapping ?? null;
  }

  get leftOut(): readonly LeftOut[] {
    return [...this.#leftOut.values()];
  }

  get unknownKeys(): readonly string[] {
    return [...this.#unknownKeys];
  }

  /**
   * @param split what the row is in by its place in the file.
   * @throws AppError 'bad-file' for a row that is no object, whose keys are none of ours, or that holds what is no text.
   */
  take(raw: unknown, place: RowPlace, split?: SplitName): void {
    const at = { fileName: this.#fileName, place };
    if (!isRecord(raw)) throw new AppError('bad-file', 'rowNoObject', at);
    const columns = this.#columnsOf(Object.keys(raw));
    const kind = rowKinds.find((one) => one.fits(columns));
    if (!kind && (this.#first.length > 0 || this.mapping) && !columns.keyOf.has('output')) {
      this.count++;
      return this.leave('noOutput', place);
    }
    if (!kind) {
      const values = { ...at, keys: Object.keys(raw) };
      throw new AppError('bad-file', 'rowNotUnderstood', values);
    }
    for (const row of kind.read(raw, columns, at)) {
      this.count++;
      if (isLeftOut(row)) this.leave(row.reason, row.place);
      else this.#keep(split ? { ...row, split } : row);
    }
  }

  #keep(row: InstructionRow): void {
    this.sample.take(row);
    const isFirst = this.#first.length < watchedRows;
    if (isFirst) this.#first.push(row);
    if (isFirst || this.count % rowsATelling === 0) this.#watch?.(this.count, this.#first);
  }

  /** A row that none of the splits gets. */
  leave(reason: LeftOutReason, place: RowPlace | null): void {
    const before = this.#leftOut.get(reason);
    const counted = before
      ? { ...before, count: before.count + 1 }
      : { reason, count: 1, first: place };
    this.#leftOut.set(reason, counted);
  }

  #columnsOf(keys: readonly string[]): Columns {
    const signature = keys.join('\n');
    if (this.#last?.signature === signature) return this.#last.columns;
    const columns = mappedColumns(keys, this.mapping);
    for (const key of columns.unknown) this.#unknownKeys.add(key);
    this.#last = { signature, columns };
    return columns;
  }
}
