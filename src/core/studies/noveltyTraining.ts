import { modelSizes, type ModelName } from '../models.ts';
import { parseSettings } from '../settings/parse.ts';
import type { Settings } from '../settings/table.ts';

/** The options that the studies of novelty share. */
export const noveltyOptions = {
  model: 'mini',
  tokens: '1000000',
  'learning-rate': '0.001',
  'rehearsal-share': '50',
  seeds: '1,2,3',
  instances: '100',
};

/** How every run of such a study is made. */
export interface NoveltyTraining {
  readonly model: ModelName;
  readonly tokens: number;
  readonly learningRate: number;
  /** Of the rows, %: pre-training texts. */
  readonly rehearsalShare: number;
  /** Test instances a task. */
  readonly instances: number;
}

export const listOf = (text: string): string[] => text.split(',');

export const trainingOf = (options: typeof noveltyOptions): NoveltyTraining => ({
  model: options.model as ModelName,
  tokens: Number(options.tokens),
  learningRate: Number(options['learning-rate']),
  rehearsalShare: Number(options['rehearsal-share']),
  instances: Number(options.instances),
});

/** The settings of one of its runs; scoring on the way is as small as it can be. */
export const trainingSettings = (
  { model, tokens, learningRate, rehearsalShare }: NoveltyTraining,
  seed: number,
): Settings =>
  parseSettings(
    {
      trainTokens: tokens,
      learningRate,
      rehearsalShare,
      seed,
      evalEvery: 100_000,
      metricInstances: 0,
      evalInstances: 1,
    },
    modelSizes[model],
  );
