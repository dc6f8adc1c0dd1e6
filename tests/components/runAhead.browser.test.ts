import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Standing, TaskEvaluation } from '../../src/core/protocol/index.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { PlayedTraining } from '../page/fakeApp.ts';
import { eventsOf } from '../page/fakeRun.ts';
import { engineInfo, generation, modelInfo, ok } from '../page/fakeTrainer.ts';
import { openPage } from './openPage.ts';

/** The page before and during a run that may end early, on a model as large as mini. */
const training = new PlayedTraining();
const limits = { totalBytes: 400e6, bufferBytes: null, deviceBytes: null };
const sizes = { nParams: 1_066_112, vocabSize: 2048, activationWords: 23_552 };
let app: App;

beforeAll(async () => {
  app = await openPage({
    startEngine: () => ok({ ...engineInfo, limits }),
    loadModel: (_, name) => ok({ ...modelInfo, name, ...sizes }),
    train: training.train,
    generate: () => ok(generation('yes')),
  });
});

const transport = page.getByRole('region', { name: en.transport.label });
const headline = page.getByRole('region', { name: en.headline.label });
const scored = (score: number): TaskEvaluation => ({
  taskId: 'a',
  loss: 1,
  metric: 'exactMatch',
  score,
  instances: 8,
  itemScores: Array.from({ length: 8 }, () => score),
});

test('settings say what they give; a batch that will not fit is warned of there and over the desk', async () => {
  await page.getByRole('button', { name: en.desk.allSettings, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: en.settings.title });
  const { nSteps, tokens } = app.forecast.run;
  await expect.element(drawer.getByText(en.forecast.steps(nSteps, tokens))).toBeVisible();
  await expect.element(drawer.getByText(en.forecast.timeUnknown)).toBeVisible();
  const { label, unit } = en.settings.rows.batchSize;
  await drawer.getByLabelText(`${label} (${unit})`).fill('64');
  await userEvent.keyboard('{Tab}');
  await expect.element(drawer.getByRole('alert')).toHaveTextContent(en.forecast.fits(14));
  app.desk.resetSettings();
  await expect.element(drawer.getByRole('alert')).not.toBeInTheDocument();
  await drawer.getByRole('button', { name: en.settings.close }).click();
  app.desk.setSetting('batchSize', 64);
  await expect.element(headline.getByText(en.forecast.fits(14))).toBeVisible();
  app.desk.resetSettings();
});

test('patience counts down on the transport, the end is told, and both weights are asked', async () => {
  app.desk.setSetting('patience', 2);
  await page.getByRole('button', { name: en.transport.train, exact: true }).click();
  await expect.poll(() => training.request?.plan.settings.patience).toBe(2);
  const { runId } = training.request!;
  const events = eventsOf(runId, 100);
  const evaluated = (step: number, score: number, standing: Standing) => ({
    ...events.evaluated(step),
    standing,
    results: [scored(score)],
  });
  training.say(events.started, events.phase('training'));
  training.say(evaluated(0, 10, { bestStep: 0, withoutGain: 0 }), events.step(10));
  training.say(evaluated(10, 90, { bestStep: 10, withoutGain: 0 }), events.step(20));
  training.say(evaluated(20, 70, { bestStep: 10, withoutGain: 1 }));
  await expect.element(transport.getByText(en.transport.patienceOf(1, 2))).toBeVisible();
  await expect.element(headline.getByText(en.transport.patienceHelp(1, 2))).toBeVisible();
  training.say(events.step(30), evaluated(30, 60, { bestStep: 10, withoutGain: 2 }));
  training.say(events.finished(30, 'early'));
  training.end({ ok: true, value: null });
  await expect.element(transport.getByText(en.transport.endedEarly, { exact: true })).toBeVisible();
  await expect.element(headline.getByText(en.headline.best(2, 4, 10))).toBeVisible();
  await headline.getByRole('button', { name: en.headline.tryIt }).click();
  await page.getByRole('button', { name: en.tryIt.askAll }).click();
  const { name } = app.runs.current!;
  const best = page.getByRole('article').filter({ hasText: en.tryIt.trainedBy(name, 10) });
  await expect.element(best.getByRole('heading')).toHaveTextContent(en.tryIt.best);
});
