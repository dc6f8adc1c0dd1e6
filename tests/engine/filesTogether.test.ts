import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTrainer } from '../../workers/trainer.ts';

const sheet = new Blob([readFileSync('tests/fixtures/prompts/animals.yaml', 'utf8')]);
const golden = JSON.parse(readFileSync('tests/fixtures/prompts/animals.golden.json', 'utf8')) as {
  readonly rows: readonly object[];
};
const rows = new Blob([golden.rows.map((row) => JSON.stringify(row)).join('\n')]);
const prompts = { kind: 'file', fileName: 'animals.yaml', file: sheet } as const;

test('prompts and the rows beside them become tasks with a book each; other rows are another version', async () => {
  const trainer = createTrainer();
  const load = async (more: string) => {
    const beside = [{ fileName: 'homes.jsonl', file: new Blob([rows, more]) }];
    const loaded = await trainer.loadFile({ ...prompts, beside });
    if (!loaded.ok) throw new Error(loaded.error.key);
    return loaded.value;
  };
  const tasks = await load('');
  expect(tasks.map(({ report }) => report!.prompts!.names.length)).toEqual([2, 1, 1, 1]);
  expect(tasks.map(({ report }) => report!.leftOut.length)).toEqual([0, 0, 1, 0]);
  const again = await load('');
  expect(again.map(({ id, sha256 }) => [id, sha256])).toEqual(
    tasks.map(({ id, sha256 }) => [id, sha256]),
  );
  const other = await load('\n{"text":"New.","name":"gnu","label":0,"foods":["a"],"best":"a"}');
  expect(other[0]!.sha256).not.toBe(tasks[0]!.sha256);
});

test('prompts alone are refused, and nothing is kept of them', async () => {
  const loaded = await createTrainer().loadFile(prompts);
  expect(loaded.ok ? null : loaded.error.key).toBe('promptsWithoutRows');
});

test('a test task of a collection says so', async () => {
  const instances = Array.from({ length: 9 }, (_, i) => ({ input: `${i}`, output: ['x'] }));
  const file = new Blob([JSON.stringify({ Definition: 'Say x.', Instances: instances })]);
  const loaded = await createTrainer().loadFile({
    ...{ kind: 'file', fileName: 'task1_x.json', file },
    officialSplit: 'test',
  });
  expect(loaded.ok && loaded.value[0]!.report!.officialSplit).toBe('test');
});
