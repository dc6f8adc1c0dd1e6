import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { fitCounts } from '../../src/core/tokens/fitCounts.ts';
import { fitSentences } from '../../src/words/en/fits.ts';
import { inWords } from '../inWords.ts';
import { toyStreamOptions, toyTask } from './toys.ts';

const { reading } = toyStreamOptions;

/** A toy task of which the first examples are such that no row of 96 holds them. */
function withLongAnswers(id: string, size: number, long: number, length = 100): Task {
  const task = toyTask(id, size);
  const train = task.splits.train.map((instance, i) =>
    i < long ? { ...instance, outputs: ['x'.repeat(length)] } : instance,
  );
  return { ...task, splits: { ...task.splits, train } };
}

/** Examples by task in so many batches at equal shares. */
function examplesByTask(tasks: readonly Task[], batches: number): number[] {
  const stream = createBatchStream({ ...toyStreamOptions, tasks, seed: 5 });
  const rates = tasks.map(() => 1 / tasks.length);
  const drawn = Array.from({ length: batches }, () => stream.next(rates).examples).flat();
  return tasks.map((_, k) => drawn.filter(({ taskIndex }) => taskIndex === k).length);
}

describe('how examples fit', () => {
  it('is counted by split: whole, cut for it, not at all', () => {
    const task = withLongAnswers('a', 4, 1);
    const long = { id: 'v', input: 'so long '.repeat(20), outputs: ['ok'] };
    const counted = { ...task, splits: { ...task.splits, validation: [long] } };
    expect(fitCounts(reading, counted, 96)).toEqual({
      train: { fits: 3, cut: 0, cannotFit: 1 },
      validation: { fits: 0, cut: 1, cannotFit: 0 },
      test: { fits: 1, cut: 0, cannotFit: 0 },
    });
  });

  it('is told by an even part of a very large split', () => {
    const task = withLongAnswers('a', 25_000, 10_000);
    const { train } = fitCounts(reading, task, 96);
    expect(train.fits + train.cut + train.cannotFit).toBe(25_000);
    expect(train.cannotFit / 25_000).toBeCloseTo(0.4, 2);
  });

  it('takes nothing of a share away: what can’t be drawn is another example of the same task', () => {
    const [whole, some] = examplesByTask([toyTask('a', 30), withLongAnswers('b', 30, 24)], 400);
    expect(some! / (whole! + some!)).toBeGreaterThan(0.47);
    expect(some! / (whole! + some!)).toBeLessThan(0.53);
  });

  it('leaves a task out that has nothing to draw, and the others play', () => {
    const [whole, none] = examplesByTask([toyTask('a', 9), withLongAnswers('b', 9, 9)], 20);
    expect(none).toBe(0);
    expect(whole).toBeGreaterThan(0);
  });

  it('changes no draw of a task whose examples all fit', () => {
    const order = (tasks: readonly Task[]) => {
      const stream = createBatchStream({ ...toyStreamOptions, tasks, seed: 5 });
      const drawn = Array.from({ length: 60 }, () => stream.next([0.5, 0.5]).examples).flat();
      const own = drawn.filter(({ taskIndex }) => taskIndex === 0);
      return own
        .sort((a, b) => a.order - b.order)
        .map((one) => [one.order, one.instanceIndex])
        .slice(0, 60);
    };
    expect(order([toyTask('a', 9), withLongAnswers('b', 9, 5)])).toEqual(
      order([toyTask('a', 9), toyTask('b', 9)]),
    );
  });
});

describe('what does not fit, in sentences', () => {
  const counts = (fits: number, cut: number, cannotFit: number) => ({ fits, cut, cannotFit });

  it('is nothing where all does', () => {
    expect(fitSentences({ train: counts(9, 0, 0), test: counts(3, 0, 0) }, 256)).toEqual([]);
  });

  it('says what comes of it, and what can be done', () => {
    const some = fitSentences({ train: counts(6, 0, 24), validation: counts(1, 2, 1) }, 128);
    expect(some).toEqual([
      expect.stringMatching(/^24 of 30 training .* 128 tokens and are not drawn.*other 6/),
      expect.stringMatching(/^1 of 4 validation .* not scored/),
      expect.stringMatching(/^2 validation examples lose the middle/),
      expect.stringMatching(/up to 256 tokens: raise the row length/),
    ]);
    const none = fitSentences({ train: counts(0, 0, 1234) }, 256).join(' ');
    expect(none).toMatch(/^None of 1,234 training examples fits .*goes to the others.*shorten/);
    expect(none).not.toMatch(/raise/);
    expect(fitSentences({ train: counts(1, 3, 0) }, 256).at(-1)).toMatch(/^Shorten the long texts/);
  });
});

describe('when nothing fits', () => {
  it('is an error with advice that can be followed', () => {
    const tasks = [withLongAnswers('b', 9, 9, 300)];
    const next = (seqLen: number) => () => {
      createBatchStream({ ...toyStreamOptions, tasks, seqLen, seed: 1 }).next([1]);
    };
    expect(inWords(next(128))).toThrow(/seqLen = 128[^]*Raise the row length \(at most 256\)/);
    expect(inWords(next(256))).toThrow(/seqLen = 256[^]*shorter answers/);
    expect(inWords(next(256))).not.toThrow(/Raise/);
  });
});

const file = '../shared/cases/some-long-answers.jsonl';
describe.skipIf(!existsSync(file))('some-long-answers.jsonl', () => {
  it('has 24 of 30 that do not fit, and takes half of the mixture with the others', () => {
    const json: unknown = JSON.parse(readFileSync('public/models/nano/tokenizer.json', 'utf8'));
    const read = { tokenizer: createTokenizer(json), format: mixdesk };
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<'instruction' | 'output', string>);
    const train = rows.map(({ instruction, output }, i) => ({
      id: `${i}`,
      input: instruction,
      outputs: [output],
    }));
    const own = toyTask('own', 1);
    const tasks = [toyTask('a', 30), { ...own, splits: { ...own.splits, train } }];
    expect(fitCounts(read, tasks[1]!, 256).train).toEqual({ fits: 6, cut: 0, cannotFit: 24 });
    const options = { ...toyStreamOptions, reading: read, seqLen: 256, tasks };
    const stream = createBatchStream({ ...options, seed: 5 });
    const drawn = Array.from({ length: 60 }, () => stream.next([0.5, 0.5]).examples).flat();
    const share = drawn.filter(({ taskIndex }) => taskIndex === 1).length / drawn.length;
    expect(share).toBeGreaterThan(0.46);
    expect(share).toBeLessThan(0.54);
  });
});
