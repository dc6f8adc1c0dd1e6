import { bootstrapMean } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/mean.ts';
import { listOf, noveltyOptions, trainingOf, trainingSettings } from './noveltyTraining.ts';
import type { Study, StudyRun, StudySite } from './study.ts';
import { studyOrder } from './studyOrder.ts';

/** One model's test scores by task; seed 0 is the base model, which has trained on none. */
export interface UnseenTasksRun {
  readonly seed: number;
  readonly leftOut: readonly string[];
  readonly scores: Readonly<Record<string, number>>;
}

const options = { ...noveltyOptions, instances: '50' };

/**
 * Between new instances and new clusters: new tasks of clusters that were trained on. Each run leaves one
 * task of every cluster out, another one with each seed, trains on the others and judges all.
 */
export const unseenTasks: Study<typeof options, UnseenTasksRun> = {
  id: 'unseenTasks',
  paper: '2204.07705',
  claim: 'A new task of a trained cluster is answered better than by the base model.',
  options,
  plan: (asked, site) =>
    [0, ...listOf(asked.seeds).map(Number)].map((seed) => runOf(seed, asked, site)),
  nameOf: ({ seed }) => nameOf(seed),
  verdict(kept, { tasks }) {
    const base = kept.find(({ seed }) => seed === 0)?.scores;
    const tuned = kept.filter(({ seed }) => seed > 0);
    if (!base || tuned.length === 0) return { holds: 'open', figures: {} };
    const gains = tasks.flatMap(({ id }) => {
      const own = tuned.filter(({ leftOut }) => leftOut.includes(id));
      return own.length > 0 ? [mean(own.map(({ scores }) => scores[id]!)) - base[id]!] : [];
    });
    const gain = bootstrapMean(gains);
    return { holds: gain.low > 0 ? 'yes' : 'no', figures: { gain } };
  },
};

const nameOf = (seed: number): string => `seed ${seed}`;

function runOf(seed: number, asked: typeof options, site: StudySite): StudyRun<UnseenTasksRun> {
  const training = trainingOf(asked);
  const ids = site.tasks.map(({ id }) => id);
  const leftOut = seed === 0 ? ids : leftOutWith(seed, site);
  const order = studyOrder({
    group: 'unseenTasks',
    settings: trainingSettings(training, Math.max(1, seed)),
    trained: ids.filter((id) => !leftOut.includes(id)),
    levels: site.levels,
    judge: [{ name: 'test', split: 'test', taskIds: ids, maxInstances: training.instances }],
  });
  return {
    name: nameOf(seed),
    model: training.model,
    order,
    ownFiles: {},
    keep: ({ judgements }) => ({
      seed,
      leftOut,
      scores: Object.fromEntries(
        judgements[0]!.evaluation.results.map(({ taskId, score }) => [taskId, score ?? 0]),
      ),
    }),
  };
}

/** The seed's task of every cluster, in the order of the index: the first with seed 1. */
function leftOutWith(seed: number, { tasks }: StudySite): string[] {
  const clusters = [...new Set(tasks.map(({ cluster }) => cluster))];
  return clusters.map((cluster) => {
    const own = tasks.filter((task) => task.cluster === cluster);
    return own[(seed - 1) % own.length]!.id;
  });
}
