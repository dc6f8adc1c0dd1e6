import { expect, test } from 'vitest';
import { Turns } from '../../src/page/ui/turns.ts';
import { deferred } from './deferred.ts';
import { settle } from './fakeApp.ts';

/** What happened, in order; a task of the browser that came in between says so. */
function recorded(): { readonly log: string[]; readonly note: (word: string) => () => void } {
  const log: string[] = [];
  return { log, note: (word) => () => void log.push(word) };
}

test('each piece has a task of its own, in the order in which they were asked for', async () => {
  const turns = new Turns();
  const { log, note } = recorded();
  const draw = (word: string) => (): void => {
    log.push(word);
    setTimeout(note(`after ${word}`));
  };
  const pieces = ['first', 'second', 'third'].map((word) => turns.next().then(draw(word)));
  expect(log).toEqual([]);
  await Promise.all(pieces);
  expect(log).toEqual(['first', 'after first', 'second', 'after second', 'third']);
});

test('what is needed is fetched at once, and its turn waits for it; the next one for both', async () => {
  const turns = new Turns();
  const { log, note } = recorded();
  const [slow, quick] = [deferred<string>(), deferred<string>()];
  const asked: string[] = [];
  const load = (name: string, what: typeof slow) => () => {
    asked.push(name);
    return what.promise;
  };
  const pieces = [
    turns.next(load('slow', slow)).then((value) => note(value)()),
    turns.next(load('quick', quick)).then((value) => note(value)()),
  ];
  expect(asked).toEqual(['slow', 'quick']);
  quick.resolve('second');
  await settle();
  await settle();
  expect(log).toEqual([]);
  slow.resolve('first');
  await Promise.all(pieces);
  expect(log).toEqual(['first', 'second']);
});

test('what does not come is told to whoever asked for it, and the others have their turns', async () => {
  const turns = new Turns();
  const before = turns.next(() => settle());
  const broken = turns.next(() => Promise.reject(new Error('offline')));
  const after = turns.next(() => Promise.resolve('here'));
  await before;
  await expect(broken).rejects.toThrow('offline');
  await expect(after).resolves.toBe('here');
  await expect(turns.done()).resolves.toBeUndefined();
});

test('done waits for the pieces that pieces ask for while they are drawn', async () => {
  const turns = new Turns();
  const { log, note } = recorded();
  void turns
    .next()
    .then(() => turns.next().then(() => turns.next().then(note('innermost'))))
    .then(note('outer'));
  await turns.done();
  expect(log).toEqual(['innermost', 'outer']);
  await new Turns().done();
});
