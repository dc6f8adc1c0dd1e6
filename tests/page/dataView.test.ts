import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addFiles, replaceOwn } from '../../src/page/actions/addFiles.ts';
import { lookInto } from '../../src/page/actions/lookInto.ts';
import { removeOwn } from '../../src/page/actions/removeOwn.ts';
import type { InstanceRow, InstancesRequest, TrainerApi } from '../../src/core/protocol/index.ts';
import { InstanceTable } from '../../src/page/state/instanceTable.svelte.ts';
import { rowsInSight } from '../../src/page/views/Data/rowsInSight.ts';
import { deferred } from './deferred.ts';
import { fakeVisit, readyVisit, settle } from './fakeApp.ts';
import { ok, taskInfo } from './fakeTrainer.ts';
import { memoryStorage } from './memoryStorage.ts';

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const row = (at: number, words = ''): InstanceRow => ({
  ...{ id: `${at}`, input: `input ${at} ${words}`.trim(), outputs: ['yes'] },
  ...{ split: 'train', instruction: null, tokens: 9, fit: 'fits' },
});

/** A worker with so many instances; a search finds a tenth of them. */
const instancesOf =
  (count: number): TrainerApi['instances'] =>
  ({ from, count: most, words }) => {
    const found = words === '' ? count : count / 10;
    const rows = Array.from({ length: Math.min(most, found - from) }, (_, i) =>
      row(from + i, words),
    );
    return ok({ found, rows });
  };
const looked = { taskId: 'a', seqLen: 256 };

test('of ten thousand instances the pages in sight are fetched, each once', async () => {
  const asked: InstancesRequest[] = [];
  const table = new InstanceTable((request) => {
    asked.push(request);
    return instancesOf(10_000)(request);
  });
  await table.show(looked);
  expect([table.found, table.row(0)?.input, table.row(100)]).toEqual([10_000, 'input 0', null]);
  table.need(5_090, 5_110);
  table.need(5_091, 5_111);
  await settle();
  expect(asked.map(({ from }) => from)).toEqual([0, 5_000, 5_100]);
  expect(table.row(5_100)?.input).toBe('input 5100');
  table.need(9_990, 10_020);
  await settle();
  expect(asked.at(-1)?.from, 'nothing is asked for behind the last row').toBe(9_900);
});

test('what is found for an earlier word is not shown in the place of the later one', async () => {
  const slow = deferred<void>();
  const table = new InstanceTable(async (request) => {
    if (request.words === 'slow') await slow.promise;
    return instancesOf(1_000)(request);
  });
  await table.show(looked);
  table.move(700);
  const first = table.search({ words: 'slow' });
  await table.search({ words: 'fast' });
  slow.resolve();
  await first;
  expect([table.found, table.row(3)?.input, table.at]).toEqual([100, 'input 3 fast', 0]);
});

test('rows stay in memory only as far as they were looked at last, and the keys stop at both ends', async () => {
  const table = new InstanceTable(instancesOf(5_000));
  await table.show(looked);
  for (let first = 0; first < 5_000; first += 100) {
    table.need(first, first + 99);
    await settle();
  }
  expect([table.row(0), table.row(4_999)?.id]).toEqual([null, '4999']);
  table.move(-3);
  expect(table.at).toBe(0);
  table.move(9_999);
  expect(table.at).toBe(4_999);
});

test('only the rows in sight are drawn, and a few beyond', () => {
  const window = { height: 360, rowHeight: 36, count: 10_000 };
  expect(rowsInSight({ ...window, top: 0 })).toEqual({ first: 0, last: 16 });
  expect(rowsInSight({ ...window, top: 36_000 })).toEqual({ first: 994, last: 1_016 });
  expect(rowsInSight({ ...window, top: 359_640 }).last).toBe(9_999);
  expect(rowsInSight({ ...window, top: 0, count: 0 }).last).toBe(-1);
  expect(rowsInSight({ ...window, top: 0, rowHeight: 0 }).last).toBe(-1);
});

test('the Data view begins with one’s own, fetches what is looked into and forgets what is removed', async () => {
  const { app } = await readyVisit({ instances: instancesOf(40) });
  const { dataView } = app;
  expect(dataView.shown?.id).toBe('a');
  await addFiles(app, [new File(['x'], 'mine.csv')]);
  expect(dataView.shown?.id).toBe('mine');

  const source = { kind: 'builtIn', url: 'far.json', sha256: 'far', bytes: 1 } as const;
  app.library.list([
    { id: 'far', name: 'Far', cluster: 'c', metric: 'exactMatch', size: 3, source },
  ]);
  dataView.choose('far');
  await lookInto(app, dataView.shown!);
  expect([dataView.shown?.task?.id, dataView.table.found]).toEqual(['far', 40]);
  expect(dataView.texts?.lengths.longest).toBe(20);

  dataView.choose('mine');
  await removeOwn(app, 'mine');
  expect([dataView.chosen, dataView.shown?.id]).toEqual([null, 'a']);
});

test('without an engine the Data view says so', async () => {
  const { app } = fakeVisit();
  const channel = app.desk.add({
    ...{ id: 'a', name: 'A', cluster: 'a', metric: 'exactMatch', size: 3 },
    source: { kind: 'file', fileName: 'a.csv', file: new Blob() },
  });
  await lookInto(app, channel);
  expect(app.dataView.textsError?.key).toBe('engineNotReady');
});

test('a file that is put in the place of another takes its fader; one that can’t be read takes nothing', async () => {
  const asked: (string | undefined)[] = [];
  const loadFile: TrainerApi['loadFile'] = ({ fileName, replaces }) => {
    asked.push(replaces);
    if (fileName !== 'broken.csv') return ok([taskInfo(fileName.replace(/\..*/, ''))]);
    const error = { code: 'bad-file', key: 'emptyFile', values: { fileName } } as const;
    return Promise.resolve({ ok: false, error });
  };
  const { app, kept } = await readyVisit({ loadFile });
  const { desk, library, notices } = app;
  await addFiles(app, [new File(['x'], 'mine.csv')]);
  desk.setLevel(desk.channel('mine')!, 80);

  const broken = await replaceOwn(app, desk.channel('mine')!, new File(['y'], 'broken.csv'));
  expect([broken, desk.channel('mine')?.level, notices.shown.at(-1)?.title]).toEqual([
    null,
    80,
    expect.stringContaining('broken.csv'),
  ]);
  await replaceOwn(app, desk.channel('mine')!, new File(['z'], 'other.csv'));
  expect([library.find('mine'), desk.channel('other')?.level]).toEqual([undefined, 80]);
  expect([...kept.keys()]).toEqual(['other']);
  expect(asked).toEqual([undefined, 'mine', 'mine']);
  await vi.waitFor(() => expect(desk.channel('other')?.isKept).toBe(true));
});
