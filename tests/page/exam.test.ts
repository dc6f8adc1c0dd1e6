import { expect, test } from 'vitest';
import type { GenerateRequest } from '../../src/core/protocol/index.ts';
import { beginExam, hasModelChanged, nextQuestion } from '../../src/page/actions/takeExam.ts';
import { train } from '../../src/page/actions/train.ts';
import { examSentences } from '../../src/page/views/Desk/exam/examSentences.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { generation, ok } from './fakeTrainer.ts';

test('the base alone sits an exam over the tasks of the desk, and its result is said', async () => {
  const asked: GenerateRequest[] = [];
  const { app } = await readyVisit({
    generate: (request) => {
      asked.push(request);
      return ok(generation('no'));
    },
  });
  const { exam } = app;
  exam.length = 10;
  await beginExam(app);
  expect([exam.questions.length, exam.marks.length]).toEqual([6, 1]);
  while (!exam.isDone) expect(await nextQuestion(app)).toBe(true);
  expect(await nextQuestion(app)).toBe(false);
  expect(asked).toHaveLength(6);
  expect(new Set(asked.map(({ weights }) => weights))).toEqual(new Set(['base']));
  expect(asked.map(({ input }) => input).sort()).toEqual([
    'one',
    'one',
    'three',
    'three',
    'two',
    'two',
  ]);
  // Two of three answers to each task are "no".
  expect(exam.result.base?.mean).toBeCloseTo((100 * 4) / 6, 6);
  const sentences = examSentences(exam.result, exam.marks.length, (id) => id);
  expect(sentences).toEqual(['6 questions: the Base model scores 67 (30 to 90).']);
  exam.leave();
  expect(exam.isOn).toBe(false);
});

test('both models sit it, and it does not go on once the tuned one has learnt more', async () => {
  const training = new PlayedTraining();
  const { app } = await readyVisit({
    train: training.train,
    generate: ({ weights, input }) =>
      ok(generation(weights === 'base' ? 'lemon' : input === 'one' ? 'yes' : 'no')),
  });
  const events = eventsOf('run-1');
  void train(app);
  await settle();
  training.say(
    events.started,
    events.phase('training'),
    events.step(1),
    events.phase('paused', 1, 10),
  );
  await beginExam(app);
  await nextQuestion(app);
  const { exam } = app;
  expect(exam.marks.map(({ base, tuned }) => [base, tuned])).toEqual([
    [0, 100],
    [0, 100],
  ]);
  const sentences = examSentences(exam.result, 2, (id) => id);
  expect(sentences).toEqual([
    '2 questions: 0 before training, 100 after.',
    'Training made it better by 100 points (100 to 100).',
  ]);
  training.say(events.step(2));
  expect(hasModelChanged(app)).toBe(true);
  expect(await nextQuestion(app)).toBe(false);
});

test('a question that a model cannot answer is not marked', async () => {
  const error = { code: 'engine-failed', key: 'workerStopped', values: {} } as const;
  const { app } = await readyVisit({ generate: () => Promise.resolve({ ok: false, error }) });
  await beginExam(app);
  expect(app.exam.marks).toEqual([]);
  expect(app.exam.sheet.column('base').answer.error).toEqual(error);
});
