import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../src/core/formats/safetensors.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import { parseNaturalInstructions } from '../../src/core/tasks/parseNaturalInstructions.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { neededTokens, unseenTokens } from '../../src/core/tokens/unseenTokens.ts';
import { characterTokenizer, toyTask } from './toys.ts';

const models = ['nano', 'mini', 'small'];
const folder = (model: string): string => `public/models/${model}`;
const tokenizer = createTokenizer(
  JSON.parse(readFileSync(`${folder('nano')}/tokenizer.json`, 'utf8')),
);

function unseenOf(model: string): Set<number> {
  const file = new Uint8Array(readFileSync(`${folder(model)}/model.safetensors`));
  const { data, shape } = readSafetensors(file).get('model.embed_tokens.weight')!;
  return unseenTokens(data, shape[1]!, tokenizer.padId);
}

const codes = (text: string): Set<number> => new Set(characterTokenizer.encode(text));
/** An own toy task of these questions and answers. */
function ownTask(pairs: readonly (readonly [string, string])[]): Task {
  const task = toyTask('own', 1);
  const train = pairs.map(([input, output], i) => ({ id: `${i}`, input, outputs: [output] }));
  return { ...task, origin: 'own.csv', splits: { ...task.splits, train } };
}
const needed = (task: Task, unseen: string): string =>
  String.fromCodePoint(...neededTokens([task], characterTokenizer, codes(unseen)));

describe('tokens that pre-training never showed', () => {
  it('have rows that lie where that of the padding does', () => {
    const table = Float32Array.of(1, 1, 1.0002, 1, 1, 0.99, 3, -1);
    expect([...unseenTokens(table, 2, 0)]).toEqual([1]);
  });

  it.each(models)(
    '%s: signs and most bytes of other scripts are among them, words of the corpus are not',
    (model) => {
      const unseen = unseenOf(model);
      const all = (text: string) => tokenizer.encode(text).map((id) => unseen.has(id));
      expect(all('&@%|$')).toEqual([true, true, true, true, true]);
      expect(all('The otter is good.\n')).not.toContain(true);
      expect(unseen.has(tokenizer.eosId) || unseen.has(tokenizer.padId)).toBe(false);
      expect(unseen.size).toBeGreaterThan(250);
      expect(unseen.size).toBeLessThan(400);
    },
  );
});

describe('tokens that a run needs', () => {
  it('are those of answers, and of inputs that they tell apart; not what stands in every input', () => {
    expect(
      needed(
        ownTask([
          ['a', '#'],
          ['b', 'x'],
        ]),
        '#&Q',
      ),
    ).toBe('#');
    expect(
      needed(
        ownTask([
          ['&a', 'x'],
          ['b', 'y'],
        ]),
        '#&Q',
      ),
    ).toBe('&');
    expect(
      needed(
        ownTask([
          ['Qa', 'x'],
          ['Qb', 'y'],
        ]),
        '#&Q',
      ),
    ).toBe('');
    expect(
      needed(
        ownTask([
          ['Qa', '#'],
          ['Qb', 'y'],
        ]),
        '#&QD',
      ),
    ).toBe('#DQ');
  });

  it('are none of the built-in tasks, but for signs in the slots of one, which keeps its rows', () => {
    const unseen = new Set(models.flatMap((model) => [...unseenOf(model)]));
    const names = readdirSync('public/datasets').filter((name) =>
      /^(?!index).*\.json$/u.test(name),
    );
    for (const name of names.filter((_, i) => i % 4 === 0)) {
      const json: unknown = JSON.parse(readFileSync(`public/datasets/${name}`, 'utf8'));
      const task = parseNaturalInstructions(json, name);
      const ids = neededTokens([{ ...task, origin: name }], tokenizer, unseen);
      expect(ids.length > 0, name).toBe(name === 'gym_format.json');
    }
    expect(
      neededTokens(
        [{ ...ownTask([['a', '#']]), origin: 'built-in' }],
        characterTokenizer,
        codes('#'),
      ),
    ).toEqual([]);
  });
});
