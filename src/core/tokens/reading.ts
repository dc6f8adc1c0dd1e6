import type { Tokenizer } from './tokenizer.ts';
import { formatNamed, instructionFormats, type InstructionFormatName } from '../render/index.ts';
import type { InstructionFormat } from '../render/instructionFormat.ts';

/** How tasks become tokens: one value for training, evaluation, asking and the preview. */
export interface Reading {
  readonly tokenizer: Tokenizer;
  readonly format: InstructionFormat;
}

const [{ name: defaultFormat }] = instructionFormats;

/** Training and judging read tasks in the same format. */
export const readingOf = (
  tokenizer: Tokenizer,
  format: InstructionFormatName = defaultFormat,
): Reading => ({ tokenizer, format: formatNamed(format) });
