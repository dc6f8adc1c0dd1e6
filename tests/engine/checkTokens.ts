import { expect } from 'vitest';
import type { Result } from '../../src/core/errors.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import type { AskingApi, GenerateRequest, TasksApi } from '../../src/core/protocol/index.ts';
import tokenizerJson from '../../public/models/nano/tokenizer.json';

type Api = Pick<AskingApi & TasksApi, 'generate' | 'evaluate' | 'loadFile'>;
type Callback = (...values: never[]) => void;

const definition = 'Is the sentence good or bad?';
const input = 'Ella liked the song.';
const output = 'It is good.';

/**
 * The probabilities of an answer, decoded token by token with a cache, against the loss that the same answer
 * has in a packed batch; and that another token leads to another answer. With `nano`, on whatever backend is on.
 * @param crossing makes a function that may cross to a worker
 */
export async function checkTokens(
  api: Api,
  crossing: <T extends Callback>(call: T) => T = (call) => call,
): Promise<void> {
  const silent = crossing(() => undefined);
  const tokenizer = createTokenizer(tokenizerJson);
  const answer = [...tokenizer.encode(` ${output}`), tokenizer.eosId];
  const request: GenerateRequest = {
    weights: 'base',
    wording: { text: definition, place: 'before' },
    input,
    maxNewTokens: 8,
    temperature: 0,
    topP: 1,
    seed: 1,
  };
  const weighed = { ...request, withTokens: true };

  const forced = valueOf(await api.generate({ ...weighed, begin: answer }, silent));
  expect([forced.text, forced.reason]).toEqual([output, 'eos']);
  expect(forced.tokens.map(({ id }) => id)).toEqual(answer);
  const losses = forced.tokens.map(({ probability }) => -Math.log(probability));
  const loss = losses.reduce((sum, one) => sum + one, 0) / answer.length;
  expect(loss).toBeCloseTo(await lossOfAnswer(api, silent), 3);

  const free = valueOf(await api.generate(weighed, silent));
  expect(free.tokens.map(({ text }) => text).join('')).toBe(free.text);
  for (const { id, probability, alternatives } of free.tokens) {
    expect(alternatives).toHaveLength(5);
    expect(alternatives[0]).toMatchObject({ id, probability });
  }
  const [first] = free.tokens;
  const other = first!.alternatives[1]!.id;
  const changed = valueOf(await api.generate({ ...weighed, begin: [other] }, silent));
  expect(changed.tokens[0]).toMatchObject({ id: other, alternatives: first!.alternatives });
  expect(changed.text).not.toBe(free.text);
  expect(valueOf(await api.generate(request, silent))).toMatchObject({
    text: free.text,
    tokens: [],
  });
}

/** Mean loss a token, as an evaluation of a file with this one question says. */
async function lossOfAnswer(api: Api, silent: () => void): Promise<number> {
  const instances = Array.from({ length: 3 }, (_, i) => ({
    id: `${i}`,
    input: i === 2 ? input : `${input} ${i}`,
    output: [output],
  }));
  const file = {
    Definition: [definition],
    Instances: instances,
    Mixdesk: { splits: { train: 1, validation: 1, test: 1 } },
  };
  const blob = new Blob([JSON.stringify(file)]);
  const [task] = valueOf(await api.loadFile({ kind: 'file', fileName: 'one.json', file: blob }));
  const asked = { weights: 'base', split: 'test', maxInstances: 1, withMetric: false } as const;
  const { results } = valueOf(await api.evaluate({ ...asked, taskIds: [task!.id] }, silent));
  return results[0]!.loss!;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
