import type {
  EngineInfo,
  Evaluation,
  ModelInfo,
  TaskEvaluation,
  TaskInfo,
  Weights,
} from '../../src/core/protocol/index.ts';
import type { RunRecord } from '../../src/core/runs/runRecord.ts';
import { summarise, type Summary } from '../../src/core/runs/summary.ts';
import type { TrainConfig } from './config.ts';
import type { Experiment, Findings } from './experiment.ts';

/** A test example before and after training. */
interface Sample {
  readonly input: string;
  readonly expected: string;
  readonly base: string;
  readonly tuned: string | null;
}

/** What `npm run train` writes, in this order: the answer first, then what it rests on. */
export interface ExperimentRecord {
  /** Null when the run ended before there was something to sum up. */
  readonly summary: Summary | null;
  readonly format: 'mixdesk-experiment';
  readonly version: 1;
  readonly status: 'completed' | 'stopped' | 'failed';
  readonly error: string | null;
  readonly configuration: TrainConfig;
  readonly engine: EngineInfo;
  readonly model: ModelInfo | null;
  readonly tasks: readonly Omit<TaskInfo, 'samples'>[];
  readonly evaluations: Readonly<
    Partial<Record<Weights, Readonly<Record<'validation' | 'test', readonly TaskEvaluation[]>>>>
  >;
  /** Further looks at the tuned model (unseen wordings, worked examples), test split. */
  readonly extra: Readonly<Record<string, readonly TaskEvaluation[]>>;
  readonly samples: Readonly<Record<string, readonly Sample[]>>;
  /** Seconds of each stage that was finished. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly run: RunRecord;
}

/** The record of an experiment, complete or as far as it came. */
export function assembleRecord(experiment: Experiment, findings: Findings): ExperimentRecord {
  const { config, desk, interruption } = experiment;
  const { evaluations, error, run, model } = findings;
  const ended = interruption.hasHappened ? 'stopped' : 'completed';
  return {
    summary: summaryOf(findings),
    format: 'mixdesk-experiment',
    version: 1,
    status: error === undefined ? ended : 'failed',
    error: error ?? null,
    configuration: config,
    engine: desk.engine,
    model: model ?? null,
    tasks: findings.tasks.map(withoutSamples),
    evaluations: {
      ...(evaluations.base && { base: resultsOf(evaluations.base) }),
      ...(evaluations.tuned && { tuned: resultsOf(evaluations.tuned) }),
    },
    extra: findings.extra,
    samples: samplesOf(findings, config.samplesPerTask),
    seconds: findings.seconds,
    run,
  };
}

/** The record holds the samples that were asked for, not all that the page can show. */
function withoutSamples(task: TaskInfo): Omit<TaskInfo, 'samples'> {
  const { samples, ...rest } = task;
  void samples;
  return rest;
}

function summaryOf({ evaluations, run, tasks }: Findings): Summary | null {
  const { base, tuned } = evaluations;
  return base && tuned ? summarise(run, tasks, resultsOf(base), resultsOf(tuned)) : null;
}

function resultsOf({ validation, test }: Readonly<Record<'validation' | 'test', Evaluation>>): {
  validation: readonly TaskEvaluation[];
  test: readonly TaskEvaluation[];
} {
  return { validation: validation.results, test: test.results };
}

function samplesOf(findings: Findings, perTask: number): Record<string, readonly Sample[]> {
  const { base, tuned } = findings.evaluations;
  const answers = base?.test.answers ?? [];
  const tunedAnswers = tuned?.test.answers ?? [];
  const samples = (id: string): readonly Sample[] =>
    answers
      .filter(({ taskId }) => taskId === id)
      .slice(0, perTask)
      .map(({ input, expected, answer }) => ({
        input,
        expected,
        base: answer,
        tuned: tunedAnswers.find((a) => a.taskId === id && a.input === input)?.answer ?? null,
      }));
  return Object.fromEntries(findings.tasks.map(({ id }) => [id, samples(id)]));
}
