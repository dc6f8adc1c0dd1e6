/** What a token belongs to; indices are stored per token in `Batch.partIds`. */
export const parts = ['padding', 'instruction', 'input', 'frame', 'target'] as const;
export type Part = (typeof parts)[number];

/** A piece of the text and what it is; joined in order they are the whole example. */
export interface Segment {
  readonly part: Exclude<Part, 'padding'>;
  readonly text: string;
}

export interface Rendered {
  /** The prompt's segments, then one `target` segment. */
  readonly segments: readonly Segment[];
}
