import { AppError } from '../errors.ts';
import type { InstructionFormat } from './instructionFormat.ts';
import { mixdesk } from './mixdesk.ts';

/** Every instruction format; the first is the default. */
export const instructionFormats = [mixdesk] as const satisfies readonly InstructionFormat[];

export type InstructionFormatName = (typeof instructionFormats)[number]['name'];

/** The format of this name, the default without one. @throws AppError 'bad-setting' for a name that is in no list. */
export function formatNamed(
  name: InstructionFormatName = instructionFormats[0].name,
  formats: readonly InstructionFormat[] = instructionFormats,
): InstructionFormat {
  const format = formats.find((one) => one.name === name);
  if (format) return format;
  const known = formats.map((one) => one.name);
  const values = { setting: 'instructionFormat', got: name, known };
  throw new AppError('bad-setting', 'unknownChoice', values);
}
