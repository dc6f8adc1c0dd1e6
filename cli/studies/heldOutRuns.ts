export const heldOutPath = 'docs/results/held-out.json';

/** One run of the study of held-out clusters, with what it scored. */
export interface HeldOutRun {
  readonly name: string;
  readonly kind: 'base' | 'heldOut' | 'single';
  readonly cluster: string;
  readonly seed: number;
  readonly results: readonly {
    readonly taskId: string;
    readonly score: number;
    /** Accuracy of the likeliest option, or null for a task without options. */
    readonly rankScore: number | null;
    /** Rounded. */
    readonly itemScores: readonly number[];
  }[];
}
