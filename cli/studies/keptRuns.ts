import { existsSync, readFileSync } from 'node:fs';
import type { NoveltyTraining } from '../../src/core/studies/noveltyTraining.ts';

/** The runs that an earlier call of a study has left; throws if they were trained in another way. */
export function keptRuns<Run>(path: string, training: Partial<NoveltyTraining>): Run[] {
  if (!existsSync(path)) return [];
  const { runs, ...found } = JSON.parse(readFileSync(path, 'utf8')) as NoveltyTraining & {
    readonly runs: Run[];
  };
  for (const name of Object.keys(training) as (keyof NoveltyTraining)[])
    if (found[name] !== training[name])
      throw new Error(
        `${path} has runs with ${name} = ${found[name]}, not ${training[name]}: ask for the same, or delete it`,
      );
  return runs;
}

/** The options that give this training again. */
export const optionsFor = (training: NoveltyTraining, seeds: readonly number[]): string =>
  [
    `--tokens ${training.tokens} --learning-rate ${training.learningRate}`,
    `--rehearsal-share ${training.rehearsalShare} --seeds ${seeds.join(',')} --instances ${training.instances}`,
  ].join(' ');
