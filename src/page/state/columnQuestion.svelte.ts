import { AppError, type ErrorInfo } from '../../core/errors.ts';
import type { FilePreview } from '../../core/tasks/previewFile.ts';
import {
  type ColumnMapping,
  type MappableRole,
  mappableRoles,
} from '../../core/tasks/columnMapping.ts';
import { guessMapping, isWholeMapping } from '../../core/tasks/rows/mappedColumns.ts';
import type { InstructionRow } from '../../core/tasks/rows/instructionRow.ts';
import { rowsRead } from '../../core/tasks/rows/rowsRead.ts';

/** What the rows in sight become with a choice, or why they become nothing. */
type Outcome =
  | { readonly rows: readonly InstructionRow[]; readonly error: null }
  | { readonly rows: readonly []; readonly error: ErrorInfo };

/** The question which column of a file is what; one at a time. */
export class ColumnQuestion {
  fileName = $state('');
  /** Null while nothing is asked. */
  preview = $state.raw<FilePreview | null>(null);
  #columns = $state.raw<ColumnMapping['columns']>({});
  instruction = $state('');
  #settle: ((mapping: ColumnMapping | null) => void) | null = null;

  readonly mapping: ColumnMapping = $derived.by(() => {
    const instruction = this.instruction.trim();
    const isAsked = this.#columns.instruction === undefined && instruction !== '';
    return { columns: this.#columns, ...(isAsked && { instruction }) };
  });
  readonly isWhole: boolean = $derived(isWholeMapping(this.mapping));
  readonly outcome: Outcome = $derived.by((): Outcome => {
    if (!this.preview || !this.isWhole) return { rows: [], error: null };
    try {
      return { rows: rowsRead(this.preview.rows, this.fileName, this.mapping), error: null };
    } catch (error) {
      if (error instanceof AppError) return { rows: [], error: error.info };
      throw error;
    }
  });

  /** Resolves with the choice, or null when the visitor leaves it. */
  ask(
    fileName: string,
    preview: FilePreview,
    before: ColumnMapping | null = null,
  ): Promise<ColumnMapping | null> {
    this.leave();
    const { columns, instruction = '' } = before ?? guessMapping(preview.columns, preview.rows);
    this.fileName = fileName;
    this.preview = preview;
    this.#columns = columns;
    this.instruction = instruction;
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  roleOf(column: string): MappableRole | null {
    return mappableRoles.find((role) => this.#columns[role] === column) ?? null;
  }

  /** A role is played by one column: another that had it has none. */
  choose(column: string, role: MappableRole | null): void {
    const others = mappableRoles.flatMap((one) => {
      const other = this.#columns[one];
      return one === role || other === undefined || other === column ? [] : [[one, other]];
    });
    this.#columns = {
      ...(Object.fromEntries(others) as ColumnMapping['columns']),
      ...(role && { [role]: column }),
    };
  }

  take(): void {
    if (this.isWhole) this.#answer(this.mapping);
  }

  leave(): void {
    this.#answer(null);
  }

  #answer(mapping: ColumnMapping | null): void {
    this.preview = null;
    this.#settle?.(mapping);
    this.#settle = null;
  }
}
