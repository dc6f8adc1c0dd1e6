/** What does not fit is said on the channel before a run, of the desk as it stands. */
import { expect, test } from 'vitest';
import type { TaskFits } from '../../src/core/protocol/index.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { Engine } from '../../src/page/state/engine.svelte.ts';
import { Fits } from '../../src/page/state/fits.svelte.ts';
import { deferred } from './deferred.ts';
import { fakeApi, fakeClient, ok, taskInfo } from './fakeTrainer.ts';

const counts = (fits: number, cut: number, cannotFit: number) => ({ fits, cut, cannotFit });

function desk(ids: readonly string[]): Desk {
  const made = new Desk();
  for (const id of ids) {
    const source = { kind: 'file', fileName: `${id}.csv`, file: new Blob() } as const;
    const listing = { id, name: id, cluster: 'own', metric: 'exactMatch', size: 30, source };
    made.add(listing).task = taskInfo(id);
  }
  return made;
}
const fitsOf = (of: Desk): Fits => new Fits({ desk: of, engine: new Engine(() => fakeClient()) });

test('a channel says how many of its examples fit no row, a bus of all of its channels', async () => {
  const made = desk(['a', 'b', 'whole']);
  const fits = fitsOf(made);
  expect(fits.unfit(['a'])).toBeNull();
  const counted: TaskFits = {
    a: { train: counts(6, 0, 24), test: counts(1, 0, 3) },
    b: { train: counts(8, 1, 1) },
    whole: { train: counts(30, 0, 0) },
  };
  await fits.refresh(fakeApi({ countFits: () => ok(counted) }), made.settings);
  expect(fits.unfit(['a'])).toEqual({ count: 24, all: 30 });
  expect(fits.unfit(['a', 'b'])).toEqual({ count: 25, all: 40 });
  expect(fits.unfit(['whole'])).toBeNull();
  expect(fits.sentences('whole')).toEqual([]);
  expect(fits.sentences('a').join(' ')).toMatch(
    /24 of 30 training examples don’t fit 256 tokens and are not drawn.*3 of 4 test examples.*not scored.*shorten the long ones/,
  );
});

test('what was counted of another desk is not taken', async () => {
  const made = desk(['a']);
  const fits = fitsOf(made);
  const answer = deferred<TaskFits>();
  const counting = fits.refresh(
    fakeApi({ countFits: async () => ok(await answer.promise) }),
    made.settings,
  );
  const { key } = fits;
  made.setMaxExamples(made.channel('a')!, 5);
  expect(fits.key).not.toBe(key);
  answer.resolve({ a: { train: counts(0, 0, 30) } });
  await counting;
  expect(fits.unfit(['a'])).toBeNull();
});

test('a fader that moves changes nothing that was counted', () => {
  const made = desk(['a']);
  const fits = fitsOf(made);
  const { key } = fits;
  made.setLevel(made.channel('a')!, 3);
  expect(fits.key).toBe(key);
  made.setSetting('seqLen', 128);
  expect(fits.key).not.toBe(key);
});
