import { describe } from 'vitest';
import { createInMemoryRunStore } from '../../src/core/runs/inMemoryRunStore.ts';
import { testRunStore } from './runStoreContract.ts';

describe('a store in memory', () => {
  testRunStore(() => Promise.resolve(createInMemoryRunStore()));
});
