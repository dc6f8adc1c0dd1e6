import { existsSync, readFileSync } from 'node:fs';

export const runsPath = 'docs/results/held-out.json';

export interface StudySettings {
  readonly model: string;
  readonly tokens: number;
  readonly learningRate: number;
  /** Of the rows, %: pre-training texts. */
  readonly rehearsalShare: number;
  readonly instances: number;
}

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

/** The runs that an earlier call has left; throws if they were made with other settings. */
export function readRuns(settings: StudySettings): HeldOutRun[] {
  if (!existsSync(runsPath)) return [];
  const { runs, ...found } = JSON.parse(readFileSync(runsPath, 'utf8')) as StudySettings & {
    readonly runs: HeldOutRun[];
  };
  for (const name of ['model', 'tokens', 'learningRate', 'rehearsalShare', 'instances'] as const)
    if (found[name] !== settings[name])
      throw new Error(
        `${runsPath} has runs with ${name} = ${found[name]}, not ${settings[name]}: ask for the same, or delete it`,
      );
  return runs;
}
