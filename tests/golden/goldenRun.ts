import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { unwrap } from '../../cli/train/mixdeskPage.ts';
import type { TaskEvaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import { modelSizes } from '../../src/core/models.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import type {} from '../../src/headless/mixdesk.ts';
import { goldenTasks, type GoldenCase } from './goldenCases.ts';
import { told } from '../../cli/told.ts';

/** What a run came to: two numbers for the eye, and hashes over every bit of the rest. */
export interface GoldenNumbers {
  readonly firstLoss: number;
  readonly lastLoss: number;
  /** Losses of all steps and tasks, gradient norms, learning rates. */
  readonly steps: string;
  /** Losses and scores of every validation on the way. */
  readonly validations: string;
  /** Test split of the tuned model: seen and held-out wordings, worked examples, ranks, answers. */
  readonly test: string;
  /** The first batch as the page shows it. */
  readonly preview: string;
  /** The tuned weights as exported, fp16. */
  readonly weights: string;
}

const channels = goldenTasks.map((taskId, i) => ({ taskId, level: 20 + 20 * i, isOn: true }));

/** Trains one case on an opened headless page with a started engine. */
export async function goldenRun(page: Page, golden: GoldenCase): Promise<GoldenNumbers> {
  const settings = parseSettings(golden.settings, modelSizes[golden.model]);
  await load(page, golden.model);
  const preview = await page.evaluate(
    ([asked, levels]) => window.mixdesk.api.previewBatch(asked, levels),
    [settings, channels] as const,
  );
  const events = await train(page, {
    settings,
    channels,
    startFrom: { kind: 'base' },
    judge: [],
    group: null,
  });
  const steps = events.filter((event) => event.type === 'step');
  const validations = events.filter((event) => event.type === 'evaluated');
  return {
    firstLoss: steps[0]!.loss,
    lastLoss: steps.at(-1).loss,
    steps: digest(steps.map(stepNumbers)),
    validations: digest(validations.map(({ step, results }) => [step, results.map(scores)])),
    test: await judge(page),
    preview: digest(
      unwrap(preview).examples.map(({ taskId, row, tokens }) => [
        taskId,
        row,
        tokens.map(({ text, part, carriesLoss }) => [text, part, carriesLoss]),
      ]),
    ),
    weights: await exported(page),
  };
}

async function load(page: Page, model: GoldenCase['model']): Promise<void> {
  unwrap(await page.evaluate((name) => window.mixdesk.loadModel(name), model));
  for (const id of goldenTasks) {
    unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id));
  }
}

async function train(page: Page, order: RunOrder): Promise<readonly TrainEvent[]> {
  const plan = unwrap(await page.evaluate((asked) => window.mixdesk.plan(asked), order));
  // No function gets a name in here: the loader would wrap it in a helper that the page lacks.
  const { result, events } = await page.evaluate(
    async (what) => {
      const events: TrainEvent[] = [];
      const result = await window.mixdesk.run(what, (more) => {
        events.push(...more);
        return Promise.resolve();
      });
      return { result, events };
    },
    { runId: 'golden', plan },
  );
  unwrap(result);
  return events;
}

type Step = Extract<TrainEvent, { type: 'step' }>;

const stepNumbers = ({ step, tokens, loss, lossByTask, learningRate, gradNorm }: Step): unknown => [
  step,
  tokens,
  loss,
  goldenTasks.map((id) => [lossByTask[id]?.loss ?? null, lossByTask[id]?.tokens ?? 0]),
  learningRate,
  gradNorm,
];

const scores = ({ taskId, loss, score, itemScores, rankScore }: TaskEvaluation): unknown => [
  taskId,
  loss,
  score,
  itemScores ?? null,
  rankScore ?? null,
];

/** The tuned model, asked in three ways. */
async function judge(page: Page): Promise<string> {
  const ways = [
    { wordings: 'seen', shots: 0 },
    { wordings: 'heldOut', shots: 0 },
    { wordings: 'seen', shots: 2 },
  ] as const;
  const found: unknown[] = [];
  for (const way of ways) {
    const evaluation = await page.evaluate(
      ([asked, taskIds]) =>
        window.mixdesk.api.evaluate(
          {
            ...asked,
            taskIds,
            weights: 'tuned',
            split: 'test',
            maxInstances: 8,
            withMetric: true,
            withRank: true,
          },
          () => undefined,
        ),
      [way, goldenTasks] as const,
    );
    const { results, answers } = unwrap(evaluation);
    found.push(results.map(scores), answers.map(({ answer }) => answer));
  }
  return digest(found);
}

async function exported(page: Page): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const file = await window.mixdesk.api.exportWeights('tuned');
    if (!file.ok) throw new Error(told(file.error));
    return Array.from(file.value);
  });
  return hash(Uint8Array.from(bytes));
}

/** JSON writes a double so that it reads back as the same double: equal digests are equal bits. */
const digest = (value: unknown): string => hash(JSON.stringify(value));

const hash = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 16);
