import { beforeEach, expect, test } from 'vitest';
import type { GenerateRequest } from '../../src/core/protocol/index.ts';
import { TryIt } from '../../src/page/state/tryIt.svelte.ts';
import { fakeApi, generation, ok, taskInfo } from './fakeTrainer.ts';

let tryIt: TryIt;
const untrained = () => null;

beforeEach(() => {
  tryIt = new TryIt();
  tryIt.choose(taskInfo('a'));
});

test('pieces that arrive after the result change nothing any more', async () => {
  let late: (piece: string) => void = () => undefined;
  const api = fakeApi({
    generate: (_, onText) => {
      onText('ye');
      late = onText;
      return ok(generation('yes'));
    },
  });
  await tryIt.ask(api, ['base'], untrained);
  late('s.');
  const { status, text, score } = tryIt.answers.base;
  expect({ status, text, score }).toEqual({ status: 'done', text: 'yes', score: 100 });
});

test('an answer streams in', async () => {
  const seen: string[] = [];
  const api = fakeApi({
    generate: (_, onText) => {
      for (const piece of ['y', 'e', 's']) {
        onText(piece);
        seen.push(`${tryIt.answers.base.status} ${tryIt.answers.base.text}`);
      }
      return ok(generation('yes'));
    },
  });
  await tryIt.ask(api, ['base'], untrained);
  expect(seen).toEqual(['streaming y', 'streaming ye', 'streaming yes']);
});

test('both models get the same question, whatever is typed meanwhile', async () => {
  const asked: GenerateRequest[] = [];
  const api = fakeApi({
    generate: (request) => {
      asked.push(request);
      tryIt.input = 'typed meanwhile';
      return ok(generation('yes'));
    },
  });
  await tryIt.ask(api, ['base', 'tuned'], untrained);
  expect(asked.map(({ weights, input }) => [weights, input])).toEqual([
    ['base', 'one'],
    ['tuned', 'one'],
  ]);
});

test('the tuned answer says which training it comes from, as it is when its turn comes', async () => {
  let step = 1;
  const api = fakeApi({
    generate: () => {
      step++;
      return ok(generation('yes'));
    },
  });
  await tryIt.ask(api, ['base', 'tuned'], () => ({ runName: 'calm-otter-1', step }));
  expect(tryIt.answers.base.trainedBy).toBeNull();
  expect(tryIt.answers.tuned.trainedBy).toEqual({ runName: 'calm-otter-1', step: 2 });
});

test('an answer that was cleared while it was under way is dropped, and the next is not asked', async () => {
  const asked: string[] = [];
  const api = fakeApi({
    generate: ({ weights }) => {
      asked.push(weights);
      tryIt.clearAnswers();
      return ok(generation('yes'));
    },
  });
  await tryIt.ask(api, ['base', 'tuned'], untrained);
  expect(asked).toEqual(['base']);
  expect(tryIt.answers.base.status).toBe('empty');
  expect(tryIt.canAsk).toBe(true);
});

test('the prompt that was read is shown with what was cut, until the question changes', async () => {
  const read = { prompt: 'Input: ne', cut: { instruction: 0, input: 1, shots: 0 } };
  const api = fakeApi({ generate: () => ok(generation('yes', read)) });
  expect(tryIt.promptRead).toBeNull();
  await tryIt.ask(api, ['base'], untrained);
  expect(tryIt.promptRead).toEqual({
    text: 'Input: ne',
    cut: { instruction: 0, input: 1, shots: 0 },
  });
  tryIt.input = 'another';
  expect(tryIt.promptRead).toBeNull();
});

test('a failure is the answer of the model that failed, and the other is still asked', async () => {
  const error = {
    code: 'bad-setting',
    key: 'questionTooLong',
    values: { maxNewTokens: 9, maxSeqLen: 8 },
  } as const;
  const api = fakeApi({
    generate: ({ weights }) =>
      weights === 'base' ? Promise.resolve({ ok: false, error }) : ok(generation('no')),
  });
  await tryIt.ask(api, ['base', 'tuned'], untrained);
  expect(tryIt.answers.base.error).toEqual(error);
  expect(tryIt.answers.tuned.score).toBe(0);
});

test('a question of the visitor has no expected answer and no score', async () => {
  tryIt.input = 'what?';
  await tryIt.ask(fakeApi(), ['base'], untrained);
  expect(tryIt.answers.base.score).toBeNull();
});
