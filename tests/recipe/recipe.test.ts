import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** A Python that has the module. */
const pythonWith = (module: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (path) => spawnSync(path, ['-c', `import ${module}`]).status === 0,
  );
const [withNumPy, withTorch] = ['numpy', 'torch'].map(pythonWith);

function expectToPass(python: string, path: string, count: number): void {
  const { status, stderr } = spawnSync(python, [path], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(new RegExp(`^Ran ${count} tests`, 'm'));
}

test.skipIf(!withNumPy)(
  'practice rows that look for words and classes are answered rightly (skipped without NumPy)',
  () => expectToPass(withNumPy!, 'tests/recipe/word_rows_test.py', 10),
);

test.skipIf(!withTorch)(
  'a training step takes all its tensors to one device (skipped without PyTorch)',
  () => expectToPass(withTorch!, 'tests/recipe/device_test.py', 3),
);

test.skipIf(!withTorch)(
  'a model grown from a smaller one computes the same (skipped without PyTorch)',
  () => expectToPass(withTorch!, 'tests/recipe/grow_test.py', 7),
);
