import { expect, test } from 'vitest';
import type { ErrorInfo, Result } from '../../src/core/errors.ts';
import type { EvaluateRequest, Evaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../src/core/runs/record.ts';
import { runExperiment, type Experiment } from '../../src/core/runs/runExperiment.ts';
import { toyJudging, toyModel, toyRun } from './toyRun.ts';

const runId = 'r';
const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const nothing = Promise.resolve(ok(null));
const error: ErrorInfo = { code: 'engine-failed', key: 'deviceLost', values: { cause: 'broken' } };
const failure = { ok: false, error } as const;
const shape = { nParams: 1, nLayers: 1, dModel: 1, nHeads: 1, vocabSize: 1, maxSeqLen: 1 };

const started: TrainEvent = {
  type: 'started',
  runId,
  engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
  model: { ...toyModel, ...shape },
  taskIds: ['a', 'b'],
  mixingRates: { a: 1, b: 0 },
  nSteps: 2,
};
const finished = (reason: 'completed' | 'stopped'): TrainEvent => ({
  type: 'finished',
  runId,
  step: 2,
  tokens: 20,
  elapsedMs: 2000,
  reason,
});

const evaluation = ({ taskIds, keptAnswers = 3 }: EvaluateRequest): Evaluation => ({
  results: taskIds.map((taskId) => ({
    taskId,
    loss: 1,
    metric: 'accuracy',
    score: 50,
    instances: 2,
  })),
  answers: taskIds.flatMap((taskId) =>
    ['1', '2'].slice(0, keptAnswers).map((n) => ({
      taskId,
      exampleId: n,
      input: n,
      expected: 'yes',
      answer: 'no',
      score: 0,
    })),
  ),
  elapsedMs: 7,
});

type Api = Experiment['api'];

/** A worker that trains two steps at once and judges everything; a test puts its own methods in. */
const api = (own: Partial<Api> = {}): Api => ({
  train: (_, onEvents) => {
    onEvents([started, finished('completed')]);
    return nothing;
  },
  evaluate: (request, onProgress) => {
    onProgress(1, 1);
    return Promise.resolve(ok(evaluation(request)));
  },
  stop: () => nothing,
  ...own,
});

const order: Partial<RunOrder> = {
  judge: [
    toyJudging('base'),
    toyJudging('tuned'),
    toyJudging('tuned', 'oneShot', { shots: 1 }),
    toyJudging('tuned', 'exam', { split: 'exam' }),
  ],
};

/** Starts the experiment; `record` gives the fold of its events so far. */
function start(own: Partial<Api>, more: Partial<Experiment & RunOrder> = {}) {
  const run = toyRun(runId, { ...order, ...more });
  const events: TrainEvent[] = [];
  let time = 0;
  const running = runExperiment({
    api: api(own),
    runId,
    plan: run.plan,
    onEvents: (group) => events.push(...group),
    loadExam: () => nothing,
    now: () => (time += 500),
    ...more,
  });
  const record = (): RunRecord => applyEvents(createRunRecord(run), events);
  return { ...running, events, record };
}

const judgingsOf = ({ judgements }: RunRecord): string[] =>
  judgements.map(({ judging }) => `${judging.weights} ${judging.name}`);

test('the base is judged, then trained, then judged in every way of the plan', async () => {
  const asked: (EvaluateRequest | 'train')[] = [];
  const plain = api();
  const { ended, record } = start({
    train: (request, onEvents) => {
      asked.push('train');
      return plain.train(request, onEvents);
    },
    evaluate: (request, onProgress) => {
      asked.push(request);
      return plain.evaluate(request, onProgress);
    },
  });
  expect(await ended).toEqual(ok(null));
  expect(judgingsOf(record())).toEqual(['base test', 'tuned test', 'tuned oneShot', 'tuned exam']);
  expect(asked.map((one) => (one === 'train' ? one : `${one.weights} ${one.split}`))).toEqual([
    'base test',
    'train',
    'tuned test',
    'tuned test',
    'tuned test',
  ]);
  expect(asked[3]).toMatchObject({ shots: 1, maxInstances: 10, taskIds: ['a', 'b'] });
  expect(record()).toMatchObject({ status: 'completed', outcome: 'completed', failedJudgings: [] });
});

test('a stage has its seconds, and an answer of each task is kept as the plan says', async () => {
  const { ended, record } = start({});
  await ended;
  expect(record().seconds).toMatchObject({ 'base test': 0.5, train: 0.5, 'tuned exam': 0.5 });
  const { answers } = record().judgements[0]!.evaluation;
  expect(answers.map(({ taskId, input }) => `${taskId}${input}`)).toEqual(['a1', 'b1']);
});

test('a judging that fails after the training loses neither the run nor the other judgings', async () => {
  const { ended, record } = start({
    evaluate: (request) => Promise.resolve(request.shots === 1 ? failure : ok(evaluation(request))),
  });
  expect(await ended).toEqual(ok(null));
  expect(judgingsOf(record())).toEqual(['base test', 'tuned test', 'tuned exam']);
  expect(record()).toMatchObject({ status: 'completed', error: null });
  expect(record().failedJudgings).toMatchObject([{ judging: { name: 'oneShot' }, error }]);
});

test('an exam that cannot be loaded is a judging that failed', async () => {
  const { ended, record } = start({}, { loadExam: () => Promise.resolve(failure) });
  await ended;
  expect(record().failedJudgings).toMatchObject([{ judging: { name: 'exam' }, error }]);
});

test('an evaluation without examples is a judgement like another', async () => {
  const { ended, record } = start({
    evaluate: () => Promise.resolve(ok({ results: [], answers: [], elapsedMs: 0 })),
  });
  await ended;
  expect(record().judgements.map((one) => one.evaluation.results)).toEqual([[], [], [], []]);
  expect(record().status).toBe('completed');
});

test('a training that fails before its first event still ends the record, and nothing tuned is judged', async () => {
  const { ended, record } = start({ train: () => Promise.resolve(failure) });
  expect(await ended).toEqual(failure);
  expect(record()).toMatchObject({ status: 'failed', error });
  expect(judgingsOf(record())).toEqual(['base test']);
});

test('the worker’s own last words are not said twice', async () => {
  const failed: TrainEvent = { type: 'failed', runId, step: 1, error };
  const { ended, events } = start({
    train: (_, onEvents) => {
      onEvents([started, failed]);
      return Promise.resolve(failure);
    },
  });
  await ended;
  expect(events.filter(({ type }) => type === 'failed')).toEqual([failed]);
});

test('stopped while the base is judged, nothing is trained', async () => {
  let trained = 0;
  const { ended, stop, record } = start({
    evaluate: () => new Promise(() => undefined),
    train: () => {
      trained += 1;
      return nothing;
    },
  });
  await stop();
  await ended;
  expect(trained).toBe(0);
  expect(record()).toMatchObject({ status: 'stopped', judgements: [], seconds: {} });
});

test('a stop reaches the worker before its first event', async () => {
  let stops = 0;
  let begin = (): void => undefined;
  const { ended, stop, record } = start(
    {
      train: (_, onEvents) =>
        new Promise((resolve) => {
          begin = () => {
            onEvents([started]);
            onEvents([finished(stops > 0 ? 'stopped' : 'completed')]);
            resolve(ok(null));
          };
        }),
      stop: () => {
        stops += 1;
        return nothing;
      },
    },
    { judge: [toyJudging('tuned')] },
  );
  await Promise.resolve();
  await stop();
  expect(stops).toBe(1);
  begin();
  await ended;
  expect(record()).toMatchObject({ status: 'stopped', judgements: [] });
});

test('stopped while the tuned model is judged, the training stays whole and the run says that it was stopped', async () => {
  const { ended, stop, record } = start({
    evaluate: (request) =>
      request.weights === 'base'
        ? Promise.resolve(ok(evaluation(request)))
        : new Promise(() => undefined),
  });
  while (record().outcome === null) await Promise.resolve();
  await stop();
  await ended;
  expect(record()).toMatchObject({ status: 'stopped', elapsedMs: 2000, error: null });
  expect(judgingsOf(record())).toEqual(['base test']);
});

test('a plan without a channel only judges the base model', async () => {
  const { ended, record } = start(
    { train: () => Promise.resolve(failure) },
    { channels: [], judge: [toyJudging('base')] },
  );
  expect(await ended).toEqual(ok(null));
  expect(record()).toMatchObject({ status: 'completed', engine: null, steps: [] });
  expect(judgingsOf(record())).toEqual(['base test']);
});

test('a report that comes after its judgement does not open the judging again', async () => {
  let late = (): void => undefined;
  const { ended, record, events } = start(
    {
      evaluate: (request, onProgress) => {
        late = () => onProgress(1, 1);
        return Promise.resolve(ok(evaluation(request)));
      },
    },
    { judge: [toyJudging('tuned')] },
  );
  await ended;
  const count = events.length;
  late();
  expect(events).toHaveLength(count);
  expect(record().status).toBe('completed');
});
