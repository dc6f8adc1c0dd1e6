import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addFiles, mapAgain } from '../../src/page/actions/addFiles.ts';
import { addPasted } from '../../src/page/actions/addPasted.ts';
import type { FileSource, TrainerApi } from '../../src/core/protocol/index.ts';
import { readyVisit, settle } from './fakeApp.ts';
import { ok, taskInfo } from './fakeTrainer.ts';
import { memoryStorage } from './memoryStorage.ts';

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const columns = ['review', 'stars'];
const rows = ['good', 'bad'].map((word, i) => ({ review: `It was ${word}.`, stars: `${i}` }));

/** A worker that can't tell these columns apart by itself. */
async function visit() {
  const asked: FileSource[] = [];
  const loadFile: TrainerApi['loadFile'] = (source) => {
    asked.push(source);
    const { fileName, mapping } = source;
    if (mapping) return ok([taskInfo(fileName.replace(/\..*/, ''))]);
    const error = {
      code: 'bad-file',
      key: 'lackingColumns',
      values: { fileName, columns },
    } as const;
    return Promise.resolve({ ok: false, error });
  };
  const previewFile: TrainerApi['previewFile'] = () => ok({ columns, rows });
  const { app, kept } = await readyVisit({ loadFile, previewFile });
  return { app, kept, asked };
}
const file = (name: string): File => new File(['x'], name);

test('where the columns’ names say nothing one is asked; the answer is shown, kept with the file and used for the next of its shape', async () => {
  const { app, kept, asked } = await visit();
  const { columnQuestion: question, desk } = app;
  const added = addFiles(app, [file('first.csv')]);
  await vi.waitFor(() => expect(question.preview?.columns).toEqual(columns));
  expect([question.roleOf('review'), question.roleOf('stars')]).toEqual(['input', 'output']);
  expect(question.outcome.rows.map(({ input, outputs }) => [input, ...outputs])).toEqual([
    ['It was good.', '0'],
    ['It was bad.', '1'],
  ]);
  question.instruction = ' How many stars? ';
  const mapping = {
    columns: { input: 'review', output: 'stars' },
    instruction: 'How many stars?',
  };
  expect(question.mapping).toEqual(mapping);
  question.take();
  await added;
  expect(desk.channel('first')?.source).toMatchObject({ mapping });
  await vi.waitFor(() => expect(kept.get('first')?.source).toMatchObject({ mapping }));

  await addFiles(app, [file('second.csv')]);
  expect([question.preview, asked.at(-1)?.mapping]).toEqual([null, mapping]);
  expect(desk.channel('second')).toBeDefined();
});

test('a role goes from one column to another; without an answer nothing can be read', async () => {
  const { app } = await visit();
  const { columnQuestion: question } = app;
  const added = addFiles(app, [file('first.csv')]);
  await vi.waitFor(() => expect(question.preview).not.toBeNull());
  question.choose('review', 'output');
  expect([question.roleOf('review'), question.roleOf('stars')]).toEqual(['output', null]);
  expect([question.isWhole, question.outcome.rows]).toEqual([false, []]);
  question.take();
  expect(question.preview, 'still asked').not.toBeNull();
  question.choose('stars', 'input');
  expect(question.outcome.rows[0]).toMatchObject({ input: '0', outputs: ['It was good.'] });
  question.leave();
  await added;
  expect(app.notices.shown.at(-1)?.title).toContain('columns are review, stars');
  expect(app.desk.channel('first')).toBeUndefined();
  const again = addFiles(app, [file('first.csv')]);
  await vi.waitFor(() => expect(question.preview, 'nothing was remembered').not.toBeNull());
  question.leave();
  await again;
});

test('the columns of a task are chosen anew in its own place', async () => {
  const { app, asked } = await visit();
  const { columnQuestion: question, desk } = app;
  const added = addFiles(app, [file('first.csv')]);
  await vi.waitFor(() => expect(question.preview).not.toBeNull());
  question.take();
  await added;
  desk.setLevel(desk.channel('first')!, 70);
  const again = mapAgain(app, desk.channel('first')!);
  await vi.waitFor(() => expect(question.preview).not.toBeNull());
  question.choose('stars', 'input');
  question.choose('review', 'output');
  question.take();
  await again;
  expect(asked.at(-1)).toMatchObject({
    replaces: 'first',
    mapping: { columns: { input: 'stars', output: 'review' } },
  });
  expect([desk.channel('first')?.level, desk.channels.length]).toEqual([70, 3]);
});

test('each paste is a task of its own, and what can’t be read is told', async () => {
  const names: string[] = [];
  const { app } = await readyVisit({
    loadFile: async ({ fileName, file: blob }) => {
      names.push(`${fileName}: ${await blob.text()}`);
      if ((await blob.text()) !== 'hello') return ok([taskInfo(fileName.replace(' ', '-'))]);
      const values = { fileName, begins: 'hello', known: ['table'] };
      return { ok: false, error: { code: 'bad-file', key: 'unknownFormat', values } };
    },
  });
  await addPasted(app, 'a\tb');
  await addPasted(app, 'c\td');
  await addPasted(app, 'hello');
  await settle();
  expect(names).toEqual(['pasted: a\tb', 'pasted 2: c\td', 'pasted 3: hello']);
  expect(app.library.tasks.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual([
    ...['pasted', 'pasted-2'],
  ]);
  expect(app.notices.shown.at(-1)?.title).toContain('begins with "hello"');
});
