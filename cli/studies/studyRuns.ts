import { existsSync, readFileSync } from 'node:fs';

/** How every run of a study was made. */
export interface StudySettings {
  readonly model: string;
  readonly tokens: number;
  readonly learningRate: number;
  /** Of the rows, %: pre-training texts. */
  readonly rehearsalShare: number;
  /** Test instances a task. */
  readonly instances: number;
}

/** The runs that an earlier call of a study has left; throws if they were made with other than these settings. */
export function readRuns<Run>(path: string, settings: Partial<StudySettings>): Run[] {
  if (!existsSync(path)) return [];
  const { runs, ...found } = JSON.parse(readFileSync(path, 'utf8')) as StudySettings & {
    readonly runs: Run[];
  };
  for (const name of Object.keys(settings) as (keyof StudySettings)[])
    if (found[name] !== settings[name])
      throw new Error(
        `${path} has runs with ${name} = ${found[name]}, not ${settings[name]}: ask for the same, or delete it`,
      );
  return runs;
}
