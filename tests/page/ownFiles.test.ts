import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import { loadKept } from '../../src/page/actions/loadKept.ts';
import { loadTasks } from '../../src/page/actions/loadTasks.ts';
import { removeOwn } from '../../src/page/actions/removeOwn.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { presetFileOf } from '../../src/core/desk/preset.ts';
import { hasUnsavedWork } from '../../src/page/state/unsavedWork.ts';
import { fakeVisit, fillDesk, readyVisit } from './fakeApp.ts';
import { memoryStorage } from './memoryStorage.ts';

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const mine = (): File => new File(['x'], 'mine.csv');

test('an own file is on the desk of the next visit too, with its fader, until it is removed', async () => {
  const first = await readyVisit();
  await addFiles(first.app, [mine()]);
  first.app.desk.setLevel(first.app.desk.channel('mine')!, 80);
  expect(hasUnsavedWork(first.app)).toBe(false);

  const { app, kept } = fakeVisit();
  for (const [id, listing] of first.kept) kept.set(id, listing);
  await startEngine(app);
  await loadKept(app);
  app.desk.placeAbsent();
  await loadTasks(app);
  const channel = app.desk.channel('mine')!;
  expect([channel.level, channel.isOwn, channel.task?.id]).toEqual([80, true, 'mine']);
  await removeOwn(app, 'mine');
  expect([...kept]).toEqual([]);
});

test('where the browser keeps nothing, own data are worth a question before leaving', async () => {
  const { app } = await readyVisit();
  const broken = () => Promise.reject(new Error('no database'));
  Object.assign(app.world.keptTasks, { all: broken, keep: broken, forget: broken });
  await loadKept(app);
  await addFiles(app, [mine()]);
  expect(app.desk.channel('mine')?.task?.id).toBe('mine');
  expect(hasUnsavedWork(app)).toBe(true);
  await removeOwn(app, 'mine');
  expect(app.library.find('mine')).toBeUndefined();
});

test('a saved mix that is dropped is put on the desk and among one\u2019s own; a broken one says where', async () => {
  const { app } = await readyVisit();
  fillDesk(app);
  const desk = { ...app.desk.setup, tasks: [{ id: 'b', level: 7, isMuted: false }] };
  const words = { en: { name: 'Only b', sentence: 'One.' } };
  const text = JSON.stringify(presetFileOf({ id: 'only-b', words, desk }));
  await addFiles(app, [new File([text], 'only-b.json')]);
  expect(app.desk.setup.tasks).toEqual(desk.tasks);
  expect(app.presets.own.map(({ id }) => id)).toEqual(['only-b']);
  await addFiles(app, [new File([text.replace('7', '700')], 'broken.json')]);
  expect(app.desk.setup.tasks).toEqual(desk.tasks);
  expect(app.notices.shown.at(-1)?.title).toMatch(/tasks\.0\.level: got 700/);
});

test('another version of a file takes the place of the first, with its fader, only where the visitor says so', async () => {
  const { app } = await readyVisit();
  await addFiles(app, [mine()]);
  app.desk.setLevel(app.desk.channel('mine')!, 80);
  await addFiles(app, [mine()]);
  expect(app.question.shown).toBeNull();

  const added = addFiles(app, [new File(['y'], 'mine.csv')]);
  await vi.waitFor(() => expect(app.question.shown?.title).toContain('MINE'));
  app.question.answer(true);
  await added;
  const [own, ...others] = app.library.tasks.filter(({ isOwn }) => isOwn);
  expect([own?.id, others.length, app.desk.channel('mine')?.level]).toEqual(['mine', 0, 80]);
});
