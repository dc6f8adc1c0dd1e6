import { beforeEach, expect, test } from 'vitest';
import type { GenerateRequest, Weights } from '../../src/core/protocol/index.ts';
import { TryIt } from '../../src/page/state/tryIt.svelte.ts';
import { fakeApi, generation, ok, taskInfo } from './fakeTrainer.ts';

let tryIt: TryIt;
const untrained = () => null;
const answerOf = (weights: Weights) => tryIt.column(weights).answer;

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
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base']);
  late('s.');
  const { status, text, score } = answerOf('base');
  expect({ status, text, score }).toEqual({ status: 'done', text: 'yes', score: 100 });
});

test('an answer streams in', async () => {
  const seen: string[] = [];
  const api = fakeApi({
    generate: (_, onText) => {
      for (const piece of ['y', 'e', 's']) {
        onText(piece);
        seen.push(`${answerOf('base').status} ${answerOf('base').text}`);
      }
      return ok(generation('yes'));
    },
  });
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base']);
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
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base', 'tuned']);
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
  await tryIt.ask({ api: api, trainedBy: () => ({ runName: 'calm-otter-1', step }) }, [
    'base',
    'tuned',
  ]);
  expect(answerOf('base').trainedBy).toBeNull();
  expect(answerOf('tuned').trainedBy).toEqual({ runName: 'calm-otter-1', step: 2 });
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
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base', 'tuned']);
  expect(asked).toEqual(['base']);
  expect(answerOf('base').status).toBe('empty');
  expect(tryIt.canAsk).toBe(true);
});

test('the prompt that was read is shown with what was cut, until the question changes', async () => {
  const read = { prompt: 'Input: ne', cut: { instruction: 0, input: 1, shots: 0 } };
  const api = fakeApi({ generate: () => ok(generation('yes', read)) });
  expect(tryIt.promptRead).toBeNull();
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base']);
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
  await tryIt.ask({ api: api, trainedBy: untrained }, ['base', 'tuned']);
  expect(answerOf('base').error).toEqual(error);
  expect(answerOf('tuned').score).toBe(0);
});

test('a question of the visitor has no expected answer and no score', async () => {
  tryIt.input = 'what?';
  await tryIt.ask({ api: fakeApi(), trainedBy: untrained }, ['base']);
  expect(answerOf('base').score).toBeNull();
});

test('an answer that is right and goes on is known as such', async () => {
  const api = fakeApi({ generate: () => ok(generation('yes\nInput: two')) });
  await tryIt.ask({ api, trainedBy: untrained }, ['base']);
  const { score, wentOn } = answerOf('base');
  expect({ score, wentOn }).toEqual({ score: 0, wentOn: true });
});

test('another token in one place: the same question goes on from the tokens before it and that one', async () => {
  const asked: GenerateRequest[] = [];
  const token = (id: number) => ({ id, text: `t${id}`, probability: 0.5, alternatives: [] });
  const api = fakeApi({
    generate: (request) => {
      asked.push(request);
      return ok(generation('yes', { tokens: [token(7), token(8), token(9)] }));
    },
  });
  const asking = { api, trainedBy: untrained };
  await tryIt.ask(asking, ['base']);
  tryIt.input = 'typed meanwhile';
  await tryIt.continueWith(asking, tryIt.column('base'), 2, 4);
  const { weights, input, begin, withTokens } = asked[1]!;
  expect({ weights, input, begin, withTokens }).toEqual({
    weights: 'base',
    input: 'one',
    begin: [7, 8, 4],
    withTokens: true,
  });
  expect(answerOf('base').status).toBe('done');
});

test('an answer is of another question once anything that is asked has changed', async () => {
  await tryIt.ask({ api: fakeApi(), trainedBy: untrained }, ['base']);
  const isOther = () => tryIt.isOfOtherQuestion(answerOf('base'));
  expect(isOther()).toBe(false);
  tryIt.seed = 2;
  expect(isOther(), 'a greedy answer draws nothing').toBe(false);
  tryIt.temperature = 1;
  expect(isOther()).toBe(true);
  tryIt.temperature = 0;
  tryIt.addShot(false);
  expect(isOther()).toBe(true);
  expect(tryIt.isOfOtherQuestion(answerOf('tuned'))).toBe(false);
});
