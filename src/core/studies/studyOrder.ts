import { lookUp } from '../lookUp.ts';
import type { Judging } from '../protocol/index.ts';
import type { RunOrder } from '../runs/plan.ts';
import { defaultLevel } from '../sampling/mixingRates.ts';
import type { Settings } from '../settings/table.ts';

/** A run of a study: trained on some tasks, then asked others. */
export interface StudyTraining {
  readonly group: string;
  readonly settings: Settings;
  /** None: the base model is judged as it is. */
  readonly trained: readonly string[];
  /** Fader positions by task id; a task that isn't named stands at 50. */
  readonly levels: Readonly<Record<string, number>>;
  readonly judge: readonly Omit<Judging, 'weights' | 'withMetric' | 'keptAnswers'>[];
}

/** The order of such a run; what is scored on the way doesn't matter and is kept small by the settings. */
export function studyOrder({ group, settings, trained, levels, judge }: StudyTraining): RunOrder {
  const weights = trained.length > 0 ? ('tuned' as const) : ('base' as const);
  return {
    settings,
    channels: trained.map((taskId) => ({
      taskId,
      level: lookUp(levels, taskId) ?? defaultLevel,
      isOn: true,
    })),
    startFrom: { kind: 'base' },
    judge: judge.map((one) => ({ ...one, weights, withMetric: true, keptAnswers: 0 })),
    group,
  };
}
