import { nStepsOf } from '../levers/trainingLength.ts';
import type { Settings } from '../settings/table.ts';

/** One look at every task on the way: how many of its validation examples give a loss, and how many are answered. */
export interface PlannedEvaluation {
  /** Steps taken by then. */
  readonly step: number;
  readonly lossInstances: number;
  readonly metricInstances: number;
}

/** Of a run's time, what evaluations that are left to it may take. */
const timeShare = 0.13;
/** Training on so many tokens takes as long as judging an answer on the way (`docs/decisions/score-budget.md`). */
const tokensPerAnswer = 40;
/** What has learnt nothing rambles on; what has learnt is sure of most answers. */
const factors = { first: 2, last: 0.8 };
/** Answers of the last evaluation, shared by the tasks: four tasks are then read at ±5 points. */
const mostAnswers = 400;
const perTask = { fewest: 8, most: 100 };
/** With fewer answers than that an evaluation says too little: then there are fewer evaluations. */
const enough = { inAll: 60, perTask: 10 };
const plainLossInstances = 12;

const evenly = (n: number, from = 1): number[] =>
  Array.from({ length: n - from }, (_, i) => (from + i) / n);

/** Shares of the run after which it is evaluated, dense where learning is fastest; the first one that it can afford. */
const schedules: readonly (readonly number[])[] = [
  [1 / 40, ...evenly(20)],
  [1 / 40, 1 / 20, ...evenly(10)],
  [1 / 40, 1 / 20, 1 / 10, 1 / 5, 3 / 10, 9 / 20, 3 / 5, 4 / 5],
  [1 / 40, 1 / 10, 1 / 4, 1 / 2, 3 / 4],
];

/**
 * The evaluations of a run, in order: before the first step, on the way, after the last. A setting that is a
 * number says it for all of them; what is 'auto' is what the run can afford, by its length and its number of tasks
 * alone, so that it is the same on every machine.
 */
export function evaluationPlan(settings: Settings, nTasks: number): PlannedEvaluation[] {
  const { evalEvery, evalInstances, metricInstances, stopMetric } = settings;
  const nSteps = nStepsOf(settings);
  const affordable = affordableAnswers(settings.trainTokens);
  const last = shared(Math.min(mostAnswers, affordable / 2), nTasks);
  const rest = affordable - factors.last * last * nTasks;
  const wanted = wantedAnswers(metricInstances, nTasks);
  const steps =
    evalEvery === 'auto' ? affordableSteps(nSteps, rest, wanted) : every(evalEvery, nSteps);
  const onTheWay = Math.min(last, shared(answersEach(rest, steps.length), nTasks));
  const asksOf = (answers: number): number =>
    metricInstances === 'auto' ? answers : metricInstances;
  const planned = (step: number, answers: number): PlannedEvaluation => {
    const asked = asksOf(answers);
    // Losses that the best is chosen by are of the same examples at each evaluation.
    const read = stopMetric === 'validationLoss' ? asksOf(onTheWay) : asked;
    const losses = read > 0 ? read : plainLossInstances;
    return {
      step,
      lossInstances: evalInstances === 'auto' ? losses : evalInstances,
      metricInstances: asked,
    };
  };
  return [...steps.map((step) => planned(step, onTheWay)), planned(nSteps, last)];
}

const affordableAnswers = (trainTokens: number): number =>
  ((timeShare / (1 - timeShare)) * trainTokens) / tokensPerAnswer;

/** So many for each task. */
const shared = (answers: number, nTasks: number): number =>
  Math.max(perTask.fewest, Math.min(perTask.most, Math.floor(answers / nTasks)));

/** What it costs beside others of the same run. */
export function evaluationCost(
  { step, lossInstances, metricInstances }: PlannedEvaluation,
  nSteps: number,
): number {
  const factor = step === 0 ? factors.first : step === nSteps ? factors.last : 1;
  return factor * Math.max(lossInstances, metricInstances);
}

/** Of so many evaluations before the last. */
const answersEach = (answers: number, nEvaluations: number): number =>
  answers / (nEvaluations - 1 + factors.first);

const wantedAnswers = (asked: Settings['metricInstances'], nTasks: number): number =>
  asked === 'auto' ? Math.max(enough.inAll, enough.perTask * nTasks) : asked * nTasks;

function affordableSteps(nSteps: number, answers: number, wanted: number): number[] {
  const affordable = schedules.find((shares) => answersEach(answers, 1 + shares.length) >= wanted);
  const shares = affordable ?? schedules.at(-1)!;
  const steps = shares.map((share) => Math.max(1, Math.round(share * nSteps)));
  return [...new Set([0, ...steps])].filter((step) => step < nSteps);
}

/** 0, n, 2n, … before the end. */
const every = (n: number, nSteps: number): number[] =>
  Array.from({ length: Math.ceil(nSteps / n) }, (_, i) => i * n);
