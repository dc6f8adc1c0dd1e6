import { lookUp } from '../../src/core/lookUp.ts';
import type { EvaluateRequest, StartFrom, TaskEvaluation } from '../../src/core/protocol/index.ts';
import { modelSizes, type ModelName } from '../../src/core/models.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { openMixdesk, unwrap } from '../train/mixdeskPage.ts';

/** One run of a study: what is trained on, and what is judged afterwards. */
export interface Job {
  readonly model: ModelName;
  readonly startFrom: StartFrom;
  readonly seed: number;
  readonly tokens: number;
  readonly learningRate: number;
  /** Of the rows, %. */
  readonly rehearsalShare: number;
  readonly trained: readonly string[];
  /** Fader positions by task id; a task that isn't named stands at 50. */
  readonly levels: Readonly<Record<string, number>>;
  readonly judged: readonly string[];
  readonly evaluations: readonly Omit<EvaluateRequest, 'taskIds' | 'weights' | 'withMetric'>[];
}

/** Trains in a browser of its own and judges; without training tokens the base model is judged. */
export async function trainOnce(
  siteUrl: string,
  job: Job,
): Promise<readonly (readonly TaskEvaluation[])[]> {
  const desk = await openMixdesk(siteUrl, 'wasm');
  const { page } = desk;
  try {
    unwrap(
      await page.evaluate(
        (name) => window.mixdesk.api.loadModel(window.mixdesk.baseUrl, name, () => undefined),
        job.model,
      ),
    );
    for (const id of new Set([...job.trained, ...job.judged])) {
      unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id));
    }
    if (job.tokens > 0) await train(page, job);
    const found: (readonly TaskEvaluation[])[] = [];
    for (const asked of job.evaluations) {
      const weights = job.tokens > 0 ? ('tuned' as const) : ('base' as const);
      const request = { ...asked, taskIds: job.judged, weights, withMetric: true };
      const evaluate = ([what]: readonly [EvaluateRequest]) =>
        window.mixdesk.evaluate(what, () => Promise.resolve());
      found.push(unwrap(await page.evaluate(evaluate, [request] as const)).results);
    }
    return found;
  } finally {
    await desk.close();
  }
}

async function train(
  page: Awaited<ReturnType<typeof openMixdesk>>['page'],
  { model, startFrom, seed, tokens, learningRate, rehearsalShare, trained, levels }: Job,
): Promise<void> {
  const settings = parseSettings(
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
  const channels = trained.map((taskId) => ({
    taskId,
    level: lookUp(levels, taskId) ?? 50,
    isOn: true,
  }));
  const request = { runId: 'study', settings, channels, startFrom };
  unwrap(
    await page.evaluate((what) => window.mixdesk.train(what, () => Promise.resolve()), request),
  );
}
