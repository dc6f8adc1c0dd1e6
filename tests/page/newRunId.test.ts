import { expect, test } from 'vitest';
import { newRunId } from '../../src/page/bridge/newRunId.ts';

test('a run’s id is a UUID of version 4, and no two are alike', () => {
  const ids = Array.from({ length: 50 }, newRunId);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(ids).size).toBe(50);
});
