import { expect, test } from 'vitest';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { Confirmation } from '../../src/page/state/confirmation.svelte.ts';
import { hasUnsavedWork } from '../../src/page/state/unsavedWork.ts';

const kept = { areKept: true, record: () => null };
const idle = {
  engine: { tunedBy: null },
  transport: { isBusy: false },
  checkpoints: { has: () => false },
};
const listing = {
  id: 'a',
  name: 'A',
  cluster: 'reading',
  metric: 'exactMatch',
  size: 10,
} as const;

test('a visit that has trained nothing and brought nothing may be left without a question', () => {
  const desk = new Desk();
  desk.add({ ...listing, source: { kind: 'builtIn', url: 'a.json', bytes: 10, sha256: '' } });
  expect(hasUnsavedWork({ desk, runs: kept, ...idle })).toBe(false);
});

test('a run on its way, one that is not kept, tuned weights and own data are each worth a question', () => {
  const desk = new Desk();
  const runs = kept;
  expect(hasUnsavedWork({ desk, runs, ...idle, transport: { isBusy: true } })).toBe(true);
  expect(hasUnsavedWork({ desk, runs, ...idle, engine: { tunedBy: 'r' } })).toBe(true);
  const checkpoints = { has: () => true };
  const engine = { tunedBy: 'r' };
  expect(hasUnsavedWork({ desk, runs, ...idle, engine, checkpoints })).toBe(false);
  expect(hasUnsavedWork({ desk, runs: { ...kept, areKept: false }, ...idle })).toBe(true);
  desk.add({ ...listing, source: { kind: 'file', fileName: 'a.csv', file: new Blob() } });
  expect(hasUnsavedWork({ desk, runs, ...idle })).toBe(true);
});

test('a second question answers the first with no', async () => {
  const question = new Confirmation();
  const words = { title: '', text: '', yes: '', no: '' };
  const first = question.ask({ ...words, title: 'first' });
  const second = question.ask({ ...words, title: 'second' });
  expect(question.shown?.title).toBe('second');
  question.answer(true);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(question.shown).toBeNull();
});
