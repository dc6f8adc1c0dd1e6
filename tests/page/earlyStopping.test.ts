import { expect, test } from 'vitest';
import type {
  Standing,
  TaskEvaluation,
  TrainEvent,
  Weights,
} from '../../src/core/protocol/index.ts';
import { ask } from '../../src/page/actions/ask.ts';
import { commands } from '../../src/page/actions/commands.ts';
import { train } from '../../src/page/actions/train.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { bestApart } from '../../src/page/state/bestApart.ts';
import { endWords } from '../../src/page/state/endWords.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { generation, ok } from './fakeTrainer.ts';

const events = eventsOf('run-1', 100);

const scored = (score: number): TaskEvaluation => ({
  taskId: 'a',
  loss: 1,
  metric: 'exactMatch',
  score,
  instances: 8,
  itemScores: Array.from({ length: 8 }, () => score),
});

const evaluated = (step: number, score: number, standing?: Standing) => ({
  ...events.evaluated(step),
  results: [scored(score)],
  ...(standing && { standing }),
});

/** A run on its way that ends early after three evaluations without a gain. */
async function waitingRun() {
  const played = new PlayedTraining();
  const asked: Weights[] = [];
  const visit = await readyVisit({
    train: played.train,
    generate: ({ weights }) => {
      asked.push(weights);
      return ok(generation('yes'));
    },
  });
  visit.app.desk.setSetting('patience', 3);
  void train(visit.app);
  await settle();
  played.say(events.started, events.phase('training'));
  played.say(evaluated(0, 10, { bestStep: 0, withoutGain: 0 }), events.step(1));
  const end = async (...more: readonly TrainEvent[]): Promise<void> => {
    played.say(...more);
    played.end({ ok: true, value: null });
    await settle();
  };
  return { ...visit, played, asked, end };
}

test('the setting goes into the plan, and the countdown follows the evaluations', async () => {
  const { app, played } = await waitingRun();
  expect(played.request?.plan.settings).toMatchObject({ patience: 3, stopMetric: 'score' });
  expect(app.progress.waiting).toEqual({ evaluations: 0, patience: 3 });
  played.say(events.step(2), evaluated(2, 8, { bestStep: 0, withoutGain: 1 }));
  expect(app.progress.waiting).toEqual({ evaluations: 1, patience: 3 });
  expect(en.transport.patienceHelp(1, 3)).toBe('1 evaluation without a gain; stops after 3');
});

test('a run without patience counts nothing down', async () => {
  const played = new PlayedTraining();
  const { app } = await readyVisit({ train: played.train });
  void train(app);
  await settle();
  played.say(events.started, evaluated(0, 10, { bestStep: 0, withoutGain: 0 }));
  expect(app.progress.waiting).toBeNull();
});

test('an early end is said, with the evaluation that was best, and both weights can be asked', async () => {
  const { app, end, asked } = await waitingRun();
  await end(
    events.step(2),
    evaluated(2, 90, { bestStep: 2, withoutGain: 0 }),
    events.step(3),
    evaluated(3, 60, { bestStep: 2, withoutGain: 1 }),
    events.finished(3, 'early'),
  );
  expect(app.progress.statusWords).toBe(en.transport.endedEarly);
  expect(endWords(app.runs.current!)).toMatch(/ended early: 3 evaluations without a gain/);
  expect(app.announcer.words).toContain(en.headline.best(2, 3, 2));
  expect(bestApart(app)).toMatchObject({ step: 2, isLast: false });
  await ask(app);
  expect(asked).toEqual(['base', 'tuned', 'best']);
  const steps = app.tryIt.columns.map(({ answer }) => answer.trainedBy?.step);
  expect(steps).toEqual([undefined, 3, 2]);
});

test('where the last is the best there is one set of weights, and a run from before the best was kept has no best', async () => {
  const { app, end, asked } = await waitingRun();
  await end(events.step(2), evaluated(2, 90, { bestStep: 2, withoutGain: 0 }), events.finished(2));
  expect(app.announcer.words).toContain(en.headline.bestIsLast);
  await ask(app);
  expect(asked).toEqual(['base', 'tuned']);
  const saveBest = commands.find(({ id }) => id === 'saveBest')!;
  expect(saveBest.isEnabled!(app)).toBe(false);

  const old = await waitingRun();
  await old.end(events.step(2), evaluated(2, 90), events.finished(2));
  expect(bestApart(old.app)).toBeNull();
  expect(old.app.announcer.words).not.toContain(en.headline.bestIsLast);
});
