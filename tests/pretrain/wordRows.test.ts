import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const python = ['python3', '/usr/bin/python3'].find(
  (path) => spawnSync(path, ['-c', 'import numpy']).status === 0,
);

test.skipIf(!python)(
  'practice rows that look for words and classes are answered rightly (skipped without NumPy)',
  () => {
    const { status, stderr } = spawnSync(python!, ['tests/pretrain/word_rows_test.py'], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/^Ran 10 tests/m);
  },
);
