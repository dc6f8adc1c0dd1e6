import { selectTasks } from '../analysis/selection/selectTasks.ts';
import type { TaskEvaluation } from '../protocol/index.ts';
import type { RunRecord } from '../runs/record.ts';
import { heldOutRows, type HeldOutRun } from './heldOutRows.ts';
import { listOf, noveltyOptions, trainingOf, trainingSettings } from './noveltyTraining.ts';
import type { Study, StudyRun, StudySite } from './study.ts';
import { studyOrder } from './studyOrder.ts';

interface Planned extends Omit<HeldOutRun, 'results'> {
  readonly trained: readonly string[];
  readonly judged: readonly string[];
}

const options = {
  ...noveltyOptions,
  targets:
    'extractive QA,topic and genre,yes/no reading,sentiment and rating,coreference,data and text,summarization,code',
  singles: 'reading gym,lists and words,entity recognition',
};

/**
 * Zero-shot on held-out clusters: each cluster in turn leaves with its leak partners; the rest is trained on;
 * the cluster is judged. Beside it, models tuned on the same number of training tokens from one cluster only,
 * without its tasks that leak into the judged one.
 */
export const heldOut: Study<typeof options, HeldOutRun> = {
  id: 'heldOut',
  paper: '2109.01652',
  claim: 'A cluster that was never trained on is answered better after training on the others.',
  options,
  plan: (asked, site) => plannedOf(asked, site).map((planned) => runOf(planned, asked, site)),
  nameOf: ({ name }) => name,
  verdict(kept, site) {
    const rows = heldOutRows(kept, site);
    const holds = rows.length === 0 ? 'open' : rows.every(({ isAbove }) => isAbove) ? 'yes' : 'no';
    const figures = rows.map(({ cluster, aboveBaseline }) => [cluster, aboveBaseline] as const);
    return { holds, figures: Object.fromEntries(figures) };
  },
};

/** Seed by seed, so that a study that is stopped early has whole rounds. */
function plannedOf({ targets, singles, seeds }: typeof options, site: StudySite): Planned[] {
  const inCluster = tasksByCluster(site);
  const judged = listOf(targets).flatMap(inCluster);
  return [
    { name: 'base', kind: 'base', cluster: '', seed: 1, trained: [], judged },
    ...listOf(seeds)
      .map(Number)
      .flatMap((seed) => [
        ...listOf(targets).map((cluster): Planned => {
          const selection = selectTasks([cluster], site.tasks);
          const name = `without ${cluster} ${seed}`;
          const { trained, heldOut: judged } = selection;
          return { name, kind: 'heldOut', cluster, seed, trained, judged };
        }),
        ...listOf(singles).flatMap((cluster) => singlesOf(cluster, seed, listOf(targets), site)),
      ]),
  ];
}

const tasksByCluster =
  ({ tasks }: StudySite) =>
  (cluster: string): string[] =>
    tasks.filter((task) => task.cluster === cluster).map(({ id }) => id);

/**
 * Models of this cluster only, each judged on the targets into which none of its tasks leaks: targets that
 * ask for the same tasks to leave share one.
 */
function singlesOf(
  cluster: string,
  seed: number,
  targets: readonly string[],
  site: StudySite,
): Planned[] {
  const inCluster = tasksByCluster(site);
  const judgedBy = new Map<string, string[]>();
  for (const target of targets.filter((one) => one !== cluster)) {
    const { removed } = selectTasks([target], site.tasks);
    const trained = inCluster(cluster).filter((id) => !removed.includes(id));
    const key = trained.join(',');
    judgedBy.set(key, [...(judgedBy.get(key) ?? []), ...inCluster(target)]);
  }
  return [...judgedBy].map(([key, judged]) => {
    const trained = listOf(key);
    const left = inCluster(cluster).filter((id) => !trained.includes(id));
    const name = ['only', cluster, ...left.map((id) => `without ${id}`), seed].join(' ');
    return { name, kind: 'single', cluster, seed, trained, judged };
  });
}

function runOf(
  { trained, judged, ...run }: Planned,
  asked: typeof options,
  { levels }: StudySite,
): StudyRun<HeldOutRun> {
  const training = trainingOf(asked);
  const judging = { name: 'test', split: 'test', taskIds: judged, withRank: true } as const;
  const order = studyOrder({
    group: 'heldOut',
    settings: trainingSettings(training, run.seed),
    trained,
    levels,
    judge: [{ ...judging, maxInstances: training.instances }],
  });
  const keep = ({ judgements }: RunRecord): HeldOutRun => ({
    ...run,
    results: judgements[0]!.evaluation.results.map(keptOf),
  });
  return { name: run.name, model: training.model, order, ownFiles: {}, keep };
}

const keptOf = ({ taskId, score, rankScore, itemScores }: TaskEvaluation) => ({
  taskId,
  score: score ?? 0,
  rankScore: rankScore ?? null,
  itemScores: (itemScores ?? []).map(Math.round),
});
