import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { train } from '../../src/page/actions/train.ts';
import { fakeVisit, PlayedTraining, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';

const runId = 'run-1';

async function trainingVisit() {
  const played = new PlayedTraining();
  const { app } = fakeVisit({ train: played.train });
  await startEngine(app);
  await addFiles(app, [new File(['x'], 'a.csv'), new File(['x'], 'b.csv')]);
  void train(app);
  await settle();
  const events = eventsOf(runId);
  const mixingRates = { a: 0.5, b: 0.5 };
  const trainExamples = { a: 3, b: 100 };
  played.say({ ...events.started, taskIds: ['a', 'b'], mixingRates, trainExamples });
  return { app, played, events };
}

const held = (examples: number, allTokens: number, tokens: number) => ({
  loss: 1,
  examples,
  allTokens,
  tokens,
});

test('before a step there is only what is asked; then what was used stands beside it, in the chosen unit', async () => {
  const { app, played, events } = await trainingVisit();
  const { mixture } = app;
  expect(mixture.hasBooks).toBe(false);
  expect(mixture.shares).toMatchObject([
    { id: 'a', asked: 0.5, used: null },
    { id: 'b', asked: 0.5, used: null },
  ]);
  const lossByTask = { a: held(4, 30, 5), b: held(4, 90, 15) };
  played.say({ ...events.step(1), type: 'step', lossByTask } as TrainEvent);
  expect(mixture.shares.map(({ used }) => used)).toEqual([0.5, 0.5]);
  mixture.unit = 'tokens';
  expect(mixture.shares.map(({ used }) => used)).toEqual([0.25, 0.75]);
  expect(mixture.widest?.id).toBe('a');
  // a has three examples, of which a fourth is one that was used before.
  expect(mixture.repeating.map(({ id }) => id)).toEqual(['a']);
});

test('a share that a schedule moves is what is asked now, and a task that has left the desk stays in the books', async () => {
  const { app, played, events } = await trainingVisit();
  played.say(
    { ...events.step(1), lossByTask: { a: held(1, 1, 1), b: held(1, 1, 1) } } as TrainEvent,
    {
      type: 'changed',
      runId,
      step: 1,
      cause: { kind: 'schedule', settings: [] },
      channels: [],
      mixingRates: { a: 0.9, b: 0.1 },
      learningRate: 0.01,
    },
  );
  expect(app.mixture.shares.map(({ asked }) => asked)).toEqual([0.9, 0.1]);
  app.desk.takeOff([app.desk.channel('b')!]);
  expect(app.mixture.shares.map(({ id, used }) => [id, used])).toEqual([
    ['a', 0.5],
    ['b', 0.5],
  ]);
});
