import type { ErrorCode, ErrorInfo, ErrorText } from '../errors.ts';
import type {
  ChannelLevel,
  EngineInfo,
  Judging,
  ModelInfo,
  RunPlan,
  TaskEvaluation,
  TaskInfo,
  Weights,
} from '../protocol/index.ts';
import { defaultLevel } from '../sampling/mixingRates.ts';
import { lookUp } from '../lookUp.ts';
import type { Settings } from '../settings/table.ts';
import { createRunRecord, type Judgement, type RunRecord } from './record.ts';
import { liftEvaluation, type EvaluationV2 } from './liftRun.ts';
import type { Summary } from './summary.ts';

/** An error when it was still worded where it arose. */
interface ErrorV1 extends ErrorText {
  readonly code: ErrorCode;
}

/** The part of a document of version 1 that later ones keep; `run` was a record without its plan. */
export interface ExperimentV1 {
  readonly summary: Summary | null;
  readonly status: 'completed' | 'stopped' | 'failed';
  readonly configuration: {
    readonly model: string;
    readonly settings: Settings;
    readonly levels: Readonly<Record<string, number>>;
    readonly muted: readonly string[];
    readonly testInstances: number;
    readonly validationInstances: number;
    readonly heldOutClusters: readonly string[];
    readonly evaluations: readonly {
      readonly name: string;
      readonly wordings: 'seen' | 'heldOut';
      readonly shots: number;
      readonly testInstances: number;
    }[];
  };
  readonly engine: EngineInfo;
  readonly model: Omit<ModelInfo, 'sha256'> | null;
  readonly tasks: readonly Pick<TaskInfo, 'id' | 'cluster'>[];
  readonly evaluations: Readonly<
    Partial<Record<Weights, Readonly<Record<'validation' | 'test', readonly TaskEvaluation[]>>>>
  >;
  readonly extra: Readonly<Record<string, readonly TaskEvaluation[]>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly run: Pick<RunRecord, 'mixingRates' | 'nSteps' | 'steps' | 'changes' | 'elapsedMs'> & {
    readonly error: ErrorV1 | null;
    readonly evaluations: readonly EvaluationV2[];
  };
}

/** A document of version 1 as one of today; hashes, versions and dates that it did not know are empty. */
export function liftExperiment(old: ExperimentV1): RunRecord & { summary: Summary | null } {
  const { summary, configuration, engine, model, status, seconds, run } = old;
  const judgements = judgementsOf(old);
  const plan: RunPlan = {
    app: '',
    model: { name: configuration.model, sha256: '' },
    settings: configuration.settings,
    channels: channelsOf(old),
    taskHashes: {},
    startFrom: { kind: 'base' },
    judge: judgements.map(({ judging }) => judging),
    group: null,
  };
  return {
    summary,
    ...createRunRecord({ runId: 'train', name: configuration.model, startedAt: '', plan }),
    ...run,
    evaluations: run.evaluations.map(liftEvaluation),
    error: run.error && liftError(run.error),
    format: 'mixdesk-run',
    version: 3,
    status,
    outcome: status,
    engine,
    model: model && { ...model, sha256: '' },
    taskIds: old.tasks.map(({ id }) => id),
    judgements,
    seconds,
  };
}

const liftError = ({ code, message, hint }: ErrorV1): ErrorInfo => ({
  code,
  key: 'recorded',
  values: { message, hint },
});

const channelsOf = ({ configuration, tasks }: ExperimentV1): ChannelLevel[] =>
  tasks.map(({ id, cluster }) => ({
    taskId: id,
    level: lookUp(configuration.levels, id) ?? defaultLevel,
    isOn: !configuration.muted.includes(id) && !configuration.heldOutClusters.includes(cluster),
  }));

function judgementsOf({ configuration, evaluations, extra, run }: ExperimentV1): Judgement[] {
  const step = run.steps.at(-1)?.step ?? 0;
  const plain = (['base', 'tuned'] as const).flatMap((weights) =>
    (['validation', 'test'] as const).flatMap((split) => {
      const results = evaluations[weights]?.[split];
      const maxInstances = configuration[`${split}Instances`];
      const asked = { name: split, weights, split, maxInstances, withRank: split === 'test' };
      return results ? [judgement(asked, weights === 'base' ? 0 : step, results)] : [];
    }),
  );
  const others = Object.entries(extra).map(([name, results]) => {
    const asked = configuration.evaluations.find((one) => one.name === name);
    const { wordings = 'seen', shots = 0, testInstances: maxInstances = 100 } = asked ?? {};
    const split = asked ? ('test' as const) : ('exam' as const);
    const judging = { name, weights: 'tuned', split, maxInstances, wordings, shots } as const;
    return judgement({ ...judging, withRank: !asked }, step, results);
  });
  return [...plain, ...others];
}

function judgement(
  asked: Omit<Judging, 'taskIds' | 'withMetric' | 'keptAnswers'>,
  step: number,
  results: readonly TaskEvaluation[],
): Judgement {
  const taskIds = results.map(({ taskId }) => taskId);
  const withMetric = asked.split !== 'validation';
  return {
    step,
    judging: { ...asked, taskIds, withMetric, keptAnswers: 0 },
    evaluation: { results, answers: [], elapsedMs: 0 },
  };
}
