import type {
  ChannelLevel,
  EvaluateRequest,
  Evaluation,
  TaskEvaluation,
  ModelInfo,
  TaskInfo,
  TrainEvent,
  Weights,
} from '../../src/core/protocol/index.ts';
import { defaultLevel } from '../../src/core/sampling/mixingRates.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../src/core/runs/runRecord.ts';
import { selectorNamed, selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import { lookUp } from '../../src/core/lookUp.ts';
import type { DatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import type { ExtraEvaluation, TrainConfig } from './config.ts';
import type { Interruption } from './interruption.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import { assembleRecord, type ExperimentRecord } from './experimentRecord.ts';
import type { Progress } from './progress.ts';

/** A task file from the command line. */
export interface OwnFile {
  readonly fileName: string;
  readonly text: string;
}

export interface Experiment {
  readonly desk: MixdeskPage;
  readonly config: TrainConfig;
  readonly ownFiles: readonly OwnFile[];
  readonly interruption: Interruption;
  readonly progress: Progress;
}

/** Everything that an experiment has found out so far; a stopped one ends early. */
export interface Findings {
  model?: ModelInfo;
  tasks: readonly TaskInfo[];
  run: RunRecord;
  readonly evaluations: Partial<Record<Weights, Evaluations>>;
  /** Results of the configuration's further evaluations by name. */
  readonly extra: Record<string, readonly TaskEvaluation[]>;
  /** The built-in tasks' clusters and baselines. */
  index?: DatasetIndex;
  readonly seconds: Record<string, number>;
  error?: string;
}

/** The two splits that are judged; answers and scores are the test split's. */
export type Evaluations = Readonly<Record<'validation' | 'test', Evaluation>>;

const runId = 'train';

/**
 * Judges the base model, trains it, judges the result. After Ctrl-C, or when something fails, the
 * record holds what there is until then and says so in its `status`.
 */
export async function runExperiment(experiment: Experiment): Promise<ExperimentRecord> {
  const findings: Findings = {
    tasks: [],
    run: createRunRecord(runId, experiment.config.model),
    evaluations: {},
    extra: {},
    seconds: {},
  };
  try {
    await runStages(experiment, findings);
  } catch (error) {
    findings.error = error instanceof Error ? error.message : String(error);
    experiment.progress.say(findings.error);
  }
  return assembleRecord(experiment, findings);
}

async function runStages(experiment: Experiment, findings: Findings): Promise<void> {
  const { interruption } = experiment;
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    const startedAt = performance.now();
    const value = await work();
    findings.seconds[name] = (performance.now() - startedAt) / 1000;
    return value;
  };
  const judged = (weights: Weights) => interruption.orStop(judge(experiment, findings, weights));
  await stage('load', () => interruption.orStop(load(experiment, findings)));
  const base = interruption.hasHappened ? null : await stage('evaluateBase', () => judged('base'));
  if (!base) return;
  findings.evaluations.base = base;
  // Not raced with Ctrl-C: the trainer itself stops, and its last events belong to the record.
  await stage('train', () => train(experiment, findings));
  const tuned = interruption.hasHappened
    ? null
    : await stage('evaluateTuned', () => judged('tuned'));
  if (tuned) findings.evaluations.tuned = tuned;
  for (const extra of experiment.config.evaluations) {
    const found = interruption.hasHappened
      ? null
      : await stage(extra.name, () => interruption.orStop(judgeExtra(experiment, findings, extra)));
    if (found) findings.extra[extra.name] = found.results;
  }
  if (!experiment.config.exam || interruption.hasHappened) return;
  const exam = await stage('exam', () => interruption.orStop(judgeExam(experiment, findings)));
  if (exam) findings.extra['exam'] = exam.results;
}

/** Last of all, because the exams take the place of the tasks' own instances. */
async function judgeExam(experiment: Experiment, findings: Findings): Promise<Evaluation> {
  const { page } = experiment.desk;
  for (const { id } of findings.tasks.filter(({ origin }) => origin === 'built-in')) {
    unwrap(await page.evaluate((taskId) => window.mixdesk.loadExam(taskId), id));
  }
  return evaluate(experiment, findings, {
    name: 'exam',
    request: { weights: 'tuned', split: 'test', maxInstances: 100, withRank: true },
  });
}

/** The tuned model asked in another way. */
function judgeExtra(
  experiment: Experiment,
  findings: Findings,
  { name, wordings, shots, testInstances }: ExtraEvaluation,
): Promise<Evaluation> {
  return evaluate(experiment, findings, {
    name,
    request: { weights: 'tuned', split: 'test', maxInstances: testInstances, wordings, shots },
  });
}

async function load(experiment: Experiment, findings: Findings): Promise<void> {
  const { desk, config, ownFiles, progress } = experiment;
  const { page } = desk;
  const loadModel = (name: TrainConfig['model']) =>
    window.mixdesk.api.loadModel(window.mixdesk.baseUrl, name, () => undefined);
  findings.model = unwrap(await page.evaluate(loadModel, config.model));
  const index = unwrap(await page.evaluate(() => window.mixdesk.builtInTasks()));
  findings.index = index;
  const asked = config.tasks === 'all' ? index.tasks.map(({ id }) => id) : config.tasks;
  const { removed } = selectTasks(
    config.heldOutClusters,
    index.tasks,
    selectorNamed(config.selector),
  );
  const ids = asked.filter((id) => !removed.includes(id));
  for (const id of ids) {
    progress.update('load tasks', findings.tasks.length, ids.length + ownFiles.length);
    const task = await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id);
    findings.tasks = [...findings.tasks, unwrap(task)];
  }
  for (const file of ownFiles) {
    const loadFile = ({ fileName, text }: OwnFile) => window.mixdesk.loadFile(fileName, text);
    findings.tasks = [...findings.tasks, ...unwrap(await page.evaluate(loadFile, file))];
  }
  checkNames(config, findings.tasks);
}

/** A misspelt fader would otherwise stand at its default without a word. */
function checkNames({ levels, muted }: TrainConfig, tasks: readonly TaskInfo[]): void {
  const ids = tasks.map(({ id }) => id);
  const unknown = [...Object.keys(levels), ...muted].find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  throw new Error(`levels, muted: no task "${unknown}" here; tasks: ${ids.join(', ')}`);
}

async function judge(
  experiment: Experiment,
  findings: Findings,
  weights: Weights,
): Promise<Evaluations> {
  const { testInstances, validationInstances } = experiment.config;
  const of = (split: 'validation' | 'test', maxInstances: number) =>
    evaluate(experiment, findings, {
      name: `${weights} (${split})`,
      request: { weights, split, maxInstances, withRank: split === 'test' },
    });
  return {
    validation: await of('validation', validationInstances),
    test: await of('test', testInstances),
  };
}

interface AskedEvaluation {
  readonly name: string;
  readonly request: Omit<EvaluateRequest, 'taskIds' | 'withMetric'>;
}

async function evaluate(
  { desk, progress }: Experiment,
  { tasks }: Findings,
  { name, request }: AskedEvaluation,
): Promise<Evaluation> {
  const callback = `report_${name.replaceAll(/\W/g, '_')}`;
  await desk.page.exposeFunction(callback, (done: number, total: number) =>
    progress.update(`evaluate ${name}`, done, total),
  );
  const taskIds = tasks.map(({ id }) => id);
  const evaluation = await desk.page.evaluate(
    ([what, reporter]) => {
      type Report = (done: number, total: number) => Promise<void>;
      const report = (window as unknown as Record<string, Report>)[reporter]!;
      return window.mixdesk.evaluate(what, report);
    },
    [{ ...request, taskIds, withMetric: request.split === 'test' }, callback] as const,
  );
  return unwrap(evaluation);
}

/** Every task of the experiment as a channel of the desk. */
function channelsOf(config: TrainConfig, tasks: readonly TaskInfo[]): ChannelLevel[] {
  return tasks.map(({ id, cluster }) => ({
    taskId: id,
    level: lookUp(config.levels, id) ?? defaultLevel,
    isOn: !config.muted.includes(id) && !config.heldOutClusters.includes(cluster),
  }));
}

async function train(experiment: Experiment, findings: Findings): Promise<void> {
  const { desk, config, interruption } = experiment;
  interruption.onStop(() => void desk.page.evaluate(() => window.mixdesk.api.stop()));
  await desk.page.exposeFunction('reportEvents', (events: readonly TrainEvent[]) => {
    findings.run = applyEvents(findings.run, events);
    events.forEach((event) => reportStep(experiment, event));
  });
  const request = {
    runId,
    settings: config.settings,
    channels: channelsOf(config, findings.tasks),
    startFrom: 'base' as const,
  };
  const result = await desk.page.evaluate((what) => {
    type Report = (events: readonly TrainEvent[]) => Promise<void>;
    const { reportEvents } = window as unknown as { reportEvents: Report };
    return window.mixdesk.train(what, reportEvents);
  }, request);
  unwrap(result);
}

function reportStep({ progress, config }: Experiment, event: TrainEvent): void {
  if (event.type !== 'step') return;
  const note = `loss ${event.loss.toFixed(3)}, ${Math.round(event.tokensPerSecond)} tokens/s`;
  progress.update(
    'train',
    Math.min(event.tokens, config.settings.trainTokens),
    config.settings.trainTokens,
    note,
  );
}
