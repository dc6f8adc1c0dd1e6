import { modelSizes, type ModelName } from '../../src/core/models.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { StudySettings } from './studyRuns.ts';

/** The command line options that the studies of novelty share, for `parseArgs`. */
export const studyOptions = {
  model: { type: 'string', default: 'mini' },
  tokens: { type: 'string', default: '1000000' },
  'learning-rate': { type: 'string', default: '0.001' },
  'rehearsal-share': { type: 'string', default: '50' },
  seeds: { type: 'string', default: '1,2,3' },
  instances: { type: 'string', default: '100' },
} as const;

type Values = Readonly<Record<keyof typeof studyOptions, string>>;

export const listOf = (text: string): string[] => text.split(',');

export function settingsOf(values: Values): StudySettings & { readonly model: ModelName } {
  return {
    model: values.model as ModelName,
    tokens: Number(values.tokens),
    learningRate: Number(values['learning-rate']),
    rehearsalShare: Number(values['rehearsal-share']),
    instances: Number(values.instances),
  };
}

/** How a run of such a study is trained; scoring on the way is as small as it can be. */
export const trainingSettings = (
  { model, tokens, learningRate, rehearsalShare }: ReturnType<typeof settingsOf>,
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

/** The options that give these settings again. */
export const optionsFor = (settings: StudySettings, seeds: readonly number[]): string =>
  [
    `--tokens ${settings.tokens} --learning-rate ${settings.learningRate}`,
    `--rehearsal-share ${settings.rehearsalShare} --seeds ${seeds.join(',')} --instances ${settings.instances}`,
  ].join(' ');
