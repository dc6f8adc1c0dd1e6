// First, while there is no document, which it would take for a browser.
import 'bits-ui';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { en as t } from '../../src/page/i18n/en/index.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { toyRun } from '../core/toyRun.ts';
import { eventsOf } from './fakeRun.ts';

let app: App;
let shown: () => string;

const said = (exampleId: string, answer: string, score: number) => ({
  taskId: 'people',
  exampleId,
  input: `input ${exampleId}`,
  expected: 'Sky, Ella',
  answer,
  score,
});

const evaluatedAt = (step: number, ...answers: ReturnType<typeof said>[]): TrainEvent => ({
  ...eventsOf('run-1').evaluated(step),
  type: 'evaluated',
  runId: 'run-1',
  step,
  split: 'validation',
  elapsedMs: 1,
  answers,
  results: [
    {
      taskId: 'people',
      loss: 1,
      metric: 'setF1',
      score: answers.reduce((sum, { score }) => sum + score, 0) / answers.length,
      instances: 1,
    },
  ],
});

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' }, baseURI: 'http://localhost/' });
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {});
  ({ app } = await import('../../src/page/state/app.ts'));
  const { default: panel } = await import('../../src/page/views/Desk/answers/AnswersPanel.svelte');
  shown = () =>
    render(panel)
      .body.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
}, 60_000);

afterAll(() => {
  vi.unstubAllGlobals();
});

test('before a run it says what to press, and while the first answers are given that they come', () => {
  expect(shown()).toContain(t.answers.empty);
  const { desk, runs } = app;
  const source = { kind: 'file', fileName: 'people.json', file: new Blob() } as const;
  desk.add({
    id: 'people',
    name: 'Find the people',
    cluster: 'c',
    metric: 'setF1',
    size: 3,
    source,
  });
  runs.open(toyRun('run-1'));
  expect(shown()).toContain(t.answers.unkept);
});

test('then the newest answers, the first task open, with the score before and now', () => {
  app.runs.apply([
    evaluatedAt(0, said('1', 'lemon lemon', 0), said('2', 'Sky', 50)),
    evaluatedAt(40, said('1', 'Sky, Ella', 100), said('2', 'Sky', 50)),
    evaluatedAt(80, said('1', 'Sky, Ella', 100), said('2', 'Ella, Sky', 100)),
  ]);
  const text = shown();
  expect(text).toContain('Find the people');
  expect(text).toContain('25 → 100');
  expect(text).toContain(t.answers.tally(2, 2));
  expect(text).toContain('Ella, Sky');
  expect(text).not.toContain('lemon');
});

test('the time cursor of the plots moves it: what was said at step 50 is what was said at step 40', () => {
  app.timeCursor.step = 50;
  const text = shown();
  expect(text).toContain(t.answers.atStep(40));
  expect(text).toContain('25 → 75');
  expect(text).not.toContain('Ella, Sky');
  app.timeCursor.step = 3;
  expect(shown()).toContain('lemon lemon');
  expect(shown()).toContain(t.answers.untouched);
  app.timeCursor.step = null;
  expect(shown()).toContain('Ella, Sky');
});

test('an example that is opened tells how its answer went', () => {
  app.answersView.toggleExample('1');
  const text = shown();
  expect(text).toContain('input 1');
  expect(text.indexOf('lemon lemon')).toBeGreaterThan(text.indexOf(t.answers.untouched));
  app.answersView.toggle('people', ['people']);
  expect(shown()).not.toContain('Ella, Sky');
});
