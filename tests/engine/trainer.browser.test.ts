import * as Comlink from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { checkTokens } from './checkTokens.ts';
import { eventsOf, startTrainer, taskIds, valueOf } from './startTrainer.ts';
import type { TestTrainer } from './startTrainer.ts';

const small = {
  batchSize: 2,
  seqLen: 128,
  evalInstances: 4,
  metricInstances: 2,
  evalEvery: 1000,
  warmupShare: 0,
  learningRate: 3e-3,
};
const tokensFor = (steps: number): number => steps * small.batchSize * small.seqLen;

let trainer: TestTrainer;

describe('the trainer on WASM', () => {
  beforeAll(async () => {
    trainer = await startTrainer('wasm');
  });
  afterAll(() => trainer.terminate());

  describe('learning', learning);
  describe('the loop', theLoop);
  describe('asking', asking);
  describe('loading', loading);
});

function learning(): void {
  const memory = async () => valueOf(await trainer.api.memory()).numTensors;

  it('holds as many tensors after a run as after the same run before it, its best weights among them', async () => {
    const fifty = { ...small, trainTokens: tokensFor(50), evalEvery: 20 };
    await trainer.train(fifty);
    const before = await memory();
    await trainer.train(fifty);
    expect(await memory()).toBe(before);
  });

  it('gives the same hundred losses bit for bit for the same seed, others for another', async () => {
    const losses = async (seed: number) => {
      const events = await trainer.train({ ...small, seed, trainTokens: tokensFor(100) });
      return eventsOf(events, 'step').map(({ loss }) => loss);
    };
    const first = await losses(5);
    expect(first).toHaveLength(100);
    expect(await losses(5)).toEqual(first);
    expect(await losses(6)).not.toEqual(first);
  });

  it('says at each evaluation what it answers to the same examples, each with its score', async () => {
    const events = await trainer.train({ ...small, trainTokens: tokensFor(4), evalEvery: 2 });
    const evaluated = eventsOf(events, 'evaluated');
    expect(evaluated.map(({ step }) => step)).toEqual([0, 2, 4]);
    const asked = evaluated.map(({ answers }) =>
      answers.map(({ taskId, exampleId, input, expected }) => [taskId, exampleId, input, expected]),
    );
    expect(asked[0]!.map(([taskId]) => taskId)).toEqual(taskIds.flatMap((id) => [id, id]));
    expect(asked).toEqual([asked[0], asked[0], asked[0]]);
    for (const { answers, results, elapsedMs } of evaluated) {
      const scores = taskIds.map((id) => answers.filter(({ taskId }) => taskId === id));
      expect(scores.map((own) => own.map(({ score }) => score))).toEqual(
        results.map(({ itemScores }) => itemScores),
      );
      expect(elapsedMs).toBeGreaterThan(0);
    }
  });

  it('lowers the loss of the task it trains on and scores the muted one too', async () => {
    const events = await trainer.train({ ...small, trainTokens: tokensFor(80) });
    const [start, end] = [
      eventsOf(events, 'evaluated').at(0),
      eventsOf(events, 'evaluated').at(-1),
    ];
    expect(start.step).toBe(0);
    expect(end.step).toBe(80);
    expect(end.results.map(({ taskId }) => taskId)).toEqual([...taskIds]);
    expect(end.results[0]!.loss).toBeLessThan(0.7 * start.results[0]!.loss!);
    expect(end.results[1]!.loss).not.toBe(start.results[1]!.loss);
    expect(eventsOf(events, 'finished')).toMatchObject([{ reason: 'completed', step: 80 }]);
  });
}

function theLoop(): void {
  it('sends at most five messages a second', async () => {
    const times: number[] = [];
    let last: unknown;
    await trainer.train({ ...small, trainTokens: tokensFor(30) }, (event) => {
      if (event.type === 'step' && event !== last) times.push(performance.now());
      last = event;
    });
    const groups = times.filter((time, i) => i === 0 || time - times[i - 1]! > 20);
    const gaps = groups.slice(1).map((time, i) => time - groups[i]!);
    expect(Math.min(...gaps)).toBeGreaterThan(120);
  });

  it('pauses, takes one step, resumes and stops', async () => {
    const { api } = trainer;
    let paused = 0;
    const events = await trainer.train({ ...small, trainTokens: tokensFor(100_000) }, (event) => {
      if (event.type === 'step' && event.step === 3) void api.pause();
      if (event.type === 'phase' && event.phase === 'paused') {
        paused++;
        if (paused === 1) void api.stepOnce();
        else void api.resume().then(() => setTimeout(() => void api.stop(), 500));
      }
    });
    const pauses = eventsOf(events, 'phase').filter(({ phase }) => phase === 'paused');
    expect(pauses[1]!.step).toBe(pauses[0]!.step + 1);
    const finished = eventsOf(events, 'finished')[0]!;
    expect(finished.reason).toBe('stopped');
    expect(finished.step).toBeGreaterThan(pauses[1]!.step);
  });

  it('keeps a stop that is pressed before the first event, and refuses a second run meanwhile', async () => {
    const { api } = trainer;
    const settings = { ...small, rehearsalShare: 20, trainTokens: tokensFor(100_000) };
    const running = trainer.train(settings);
    const second = api.train(
      { runId: 'second', plan: trainer.plan(settings) },
      Comlink.proxy(() => undefined),
    );
    valueOf(await api.stop());
    expect(await second).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    const finished = eventsOf(await running, 'finished');
    expect(finished).toMatchObject([{ reason: 'stopped', step: 0 }]);
  });
}

function asking(): void {
  it('answers with base and tuned weights, streamed in pieces that join to the whole', async () => {
    for (const weights of ['base', 'tuned'] as const) {
      const pieces: string[] = [];
      const request = {
        weights,
        wording: { text: 'Is it good?', place: 'before' as const },
        input: 'It was good.',
        maxNewTokens: 12,
        temperature: 0.8,
        topP: 0.9,
        seed: 3,
      };
      const onText = Comlink.proxy((text: string) => void pieces.push(text));
      const generation = valueOf(await trainer.api.generate(request, onText));
      expect(generation.text.startsWith(pieces.join(''))).toBe(true);
      expect(generation.nTokens).toBeLessThanOrEqual(12);
    }
  });

  it('weighs an answer token by token, and continues it from another one', () =>
    checkTokens(trainer.api, (call) => Comlink.proxy(call)));

  it('says what it read of a question that is longer than it reads', async () => {
    const request = {
      weights: 'base' as const,
      wording: { text: 'Is it good?', place: 'before' as const },
      input: `The first sentence. ${'It was good. '.repeat(200)}The last sentence.`,
      maxNewTokens: 4,
      temperature: 0,
      topP: 1,
      seed: 1,
    };
    const silent = Comlink.proxy(() => undefined);
    const { prompt, cut } = valueOf(await trainer.api.generate(request, silent));
    expect(cut).toMatchObject({ instruction: 0, shots: 0 });
    expect(cut.input).toBeGreaterThan(200);
    // What is too long loses its middle.
    expect(prompt).toMatch(
      /^Is it good\?\nInput: The first sentence\..* \.\.\. .*The last sentence\.\nOutput:$/,
    );
  });

  it('shows the very next batch: targets carry loss, prompts do not', async () => {
    const channels = [{ taskId: taskIds[0], level: 50, isOn: true }];
    const settings = { ...defaultSettings(modelSizes.nano), ...small };
    const { examples } = valueOf(await trainer.api.previewBatch(settings, channels));
    expect(examples.length).toBeGreaterThan(0);
    for (const { tokens } of examples) {
      for (const { part, carriesLoss } of tokens) expect(carriesLoss).toBe(part === 'target');
    }
  });
}

function loading(): void {
  it('says what is wrong with a damaged download', async () => {
    const source = {
      kind: 'builtIn',
      url: `${location.origin}/datasets/sum_story.json`,
      sha256: '0'.repeat(64),
      bytes: 1,
    } as const;
    const silent = Comlink.proxy(() => undefined);
    const result = await trainer.api.loadTask(source, silent);
    expect(result).toMatchObject({ ok: false, error: { code: 'download-failed' } });
  });

  it('gives the instances of a task page by page, with their lengths in this model\u2019s tokens', async () => {
    const asked = { taskId: 'rate_stars', seqLen: 256, split: 'all', words: '' } as const;
    const page = async (more: object) =>
      valueOf(await trainer.api.instances({ ...asked, from: 0, count: 100, ...more }));
    const all = await page({});
    const one = await page({ words: all.rows[7]!.input.toUpperCase() });
    expect(one.rows.map(({ id }) => id)).toContain(all.rows[7]!.id);
    expect(one.found).toBeLessThan(all.found);
    const test = await page({ split: 'test', from: 5, count: 2 });
    expect(test.rows.map(({ split }) => split)).toEqual(['test', 'test']);
    expect(test.rows[0]).toEqual((await page({ split: 'test' })).rows[5]);

    const { lengths, strange } = valueOf(await trainer.api.texts('rate_stars', 256));
    expect([lengths.examples, strange]).toEqual([all.found, { characters: [], inAnswers: 0 }]);
    const tokens = all.rows.map((row) => row.tokens);
    expect(lengths.longest).toBeGreaterThanOrEqual(Math.max(...tokens));
    expect(lengths.shortest).toBeLessThanOrEqual(Math.min(...tokens));
    const short = valueOf(await trainer.api.texts('rate_stars', 24)).lengths.fits;
    expect(short.cut + short.cannotFit).toBeGreaterThan(0);
    const file = new Blob(['input,output\n', ...[1, 2, 3, 4].map((n) => `red ${n},\u4e2d\n`)]);
    const [own] = valueOf(
      await trainer.api.loadFile({ kind: 'file', fileName: 'signs.csv', file }),
    );
    const signs = valueOf(await trainer.api.texts(own!.id, 256)).strange;
    expect(signs.characters).toEqual(['\u4e2d']);
    expect(signs.inAnswers).toBe(4);
    expect(await trainer.api.texts('gone', 256)).toMatchObject({ ok: false });
  });
}

it('WebGPU (SwiftShader) and WASM agree on the losses of the first ten steps within 1 %', async () => {
  const settings = { ...small, batchSize: 1, seqLen: 64, metricInstances: 0, evalInstances: 1 };
  const losses: number[][] = [];
  for (const backend of ['wasm', 'webgpu'] as const) {
    const trainer = await startTrainer(backend);
    const events = await trainer.train({ ...settings, trainTokens: 10 * 64 });
    losses.push(eventsOf(events, 'step').map(({ loss }) => loss));
    trainer.terminate();
  }
  const [wasm, webgpu] = losses as [number[], number[]];
  expect(webgpu).toHaveLength(10);
  webgpu.forEach((loss, i) => expect(Math.abs(loss / wasm[i]! - 1)).toBeLessThan(0.01));
}, 180_000);
