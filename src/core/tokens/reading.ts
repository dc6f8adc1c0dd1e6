import type { InstructionFormat } from '../render/instructionFormat.ts';
import type { Tokenizer } from './tokenizer.ts';

/** How tasks become tokens: one value for training, evaluation, asking and the preview. */
export interface Reading {
  readonly tokenizer: Tokenizer;
  readonly format: InstructionFormat;
}
