import type { InstructionFormat } from './instructionFormat.ts';
import { mixdesk } from './mixdesk.ts';

/** Every instruction format; the first is the default. */
export const instructionFormats = [mixdesk] as const satisfies readonly InstructionFormat[];

export type InstructionFormatName = (typeof instructionFormats)[number]['name'];

export const formatNamed = (name: InstructionFormatName): InstructionFormat =>
  instructionFormats.find((format) => format.name === name)!;
