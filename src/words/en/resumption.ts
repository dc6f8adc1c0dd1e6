import type { EngineDifference, Resumption } from '../../core/protocol/index.ts';

const differences: Readonly<Record<EngineDifference, string>> = {
  app: 'another version of Mixdesk',
  backend: 'another backend',
  adapter: 'another GPU',
  precision: 'another precision',
  kernels: 'other variants of the kernels',
};

/** What there is to know of a run that goes on, besides that it does. */
export function resumptionSentences({ differs, damaged }: Resumption): string[] {
  return [
    ...(differs.length > 0
      ? [
          `Its numbers will not be the same to the bit: ${differs.map((key) => differences[key]).join(', ')}.`,
        ]
      : []),
    ...(damaged.length > 0
      ? [
          `Damaged, and not used: ${damaged.join(', ')}. An earlier moment was taken, or its curves have a gap.`,
        ]
      : []),
  ];
}
