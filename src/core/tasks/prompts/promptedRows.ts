import type { PromptsLeft, ReadReport } from '../readReport.ts';
import type { AskedRow, DataRow, Prompt } from './askedRow.ts';
import type { PromptForm } from './promptForm.ts';

/** Prompts, and the rows that they are applied to. */
export interface PromptedRows {
  /** Of the prompts. */
  readonly fileName: string;
  /** Of the rows. */
  readonly rowFiles: readonly string[];
  readonly dataset: string;
  readonly prompts: readonly Prompt[];
  readonly rows: readonly DataRow[];
  readonly read: Pick<ReadReport, 'format' | 'encoding'>;
  readonly left: readonly PromptsLeft[];
  /** Prompts that ask for the input of others given their answer are wordings of those, not tasks of their own. */
  readonly hasInverted?: boolean;
}

/** A prompt that has been applied to all rows. */
export interface AppliedPrompt {
  readonly prompt: Prompt;
  readonly form: PromptForm;
  /** In the order of the rows; null where it asks nothing. */
  readonly asked: readonly (AskedRow | null)[];
}
