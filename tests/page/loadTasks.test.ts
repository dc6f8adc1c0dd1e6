import { expect, test } from 'vitest';
import type { ErrorInfo, Result } from '../../src/core/errors.ts';
import type { TaskInfo, BuiltInSource, TasksApi } from '../../src/core/protocol/index.ts';
import { Channel } from '../../src/page/state/channel.svelte.ts';
import type { TaskBundle } from '../../src/page/state/datasets.ts';
import { loadTasks } from '../../src/page/state/loadTasks.ts';

const broken: ErrorInfo = {
  code: 'download-failed',
  key: 'httpStatus',
  values: { url: 'b.json', status: 404, statusText: '' },
};
const always = (): boolean => true;

const channel = (id: string): Channel =>
  new Channel({
    id,
    name: id,
    cluster: 'c',
    metric: 'exactMatch',
    size: 1,
    source: { kind: 'builtIn', url: `https://site/${id}.json`, sha256: '', bytes: 10 },
    travelBytes: 3,
  });

const info = (source: BuiltInSource): TaskInfo => ({
  id: source.url.replace(/.*\/|\.json/g, ''),
  sha256: '',
  name: '',
  cluster: 'c',
  metric: 'exactMatch',
  definition: '',
  wordings: [],
  positiveExamples: [],
  negativeExamples: [],
  counts: { train: 1, validation: 1, test: 1 },
  licence: '',
  origin: 'built-in',
  chance: null,
  report: null,
  samples: [],
});

/** A worker that keeps a list of what is asked of it, and has no files called as in `missing`. */
function worker(missing: readonly string[] = []) {
  const asked: string[] = [];
  let open = 0;
  let mostOpen = 0;
  const answer = async <T>(name: string, value: () => T): Promise<T> => {
    asked.push(name);
    mostOpen = Math.max(mostOpen, ++open);
    await new Promise((resolve) => setTimeout(resolve, 1));
    open--;
    return value();
  };
  const one = (source: BuiltInSource): Result<TaskInfo> =>
    missing.includes(info(source).id)
      ? { ok: false, error: broken }
      : { ok: true, value: info(source) };
  const api: TasksApi = {
    loadTask: (source) => answer(info(source).id, () => one(source)),
    loadBundle: ({ url, tasks }, onProgress) => {
      onProgress({ loadedBytes: 1, totalBytes: 2 });
      return answer(url, () =>
        missing.includes(url) ? { ok: false, error: broken } : { ok: true, value: tasks.map(one) },
      );
    },
    loadFile: () => Promise.resolve({ ok: true, value: [] }),
    loadHub: () => Promise.resolve({ ok: true, value: [] }),
    stopReading: () => Promise.resolve({ ok: true, value: null }),
    removeTask: () => Promise.resolve({ ok: true, value: null }),
  };
  return { api, asked, mostOpen: () => mostOpen };
}

const bundle = (url: string, taskIds: readonly string[]): TaskBundle => ({
  url,
  bytes: 6,
  taskIds,
});

test('takes bundles whose tasks are all wanted, and files for the rest', async () => {
  const { api, asked } = worker();
  const channels = ['a', 'b', 'c', 'x'].map(channel);
  const bundles = [bundle('ab', ['a', 'b']), bundle('cd', ['c', 'd'])];
  expect(await loadTasks(api, channels, bundles, always)).toBe(true);
  expect(asked.sort()).toEqual(['ab', 'c', 'x']);
  expect(channels.map(({ task }) => task?.id)).toEqual(['a', 'b', 'c', 'x']);
});

test('asks for nothing that is loaded already', async () => {
  const { api, asked } = worker();
  const channels = ['a', 'b'].map(channel);
  await loadTasks(api, channels, [], always);
  await loadTasks(api, channels, [bundle('ab', ['a', 'b'])], always);
  expect(asked).toEqual(['a', 'b']);
});

test('a bundle that does not come is made up for by its files', async () => {
  const { api, asked } = worker(['ab']);
  const channels = ['a', 'b'].map(channel);
  expect(await loadTasks(api, channels, [bundle('ab', ['a', 'b'])], always)).toBe(true);
  expect(asked).toEqual(['ab', 'a', 'b']);
});

test('a task that does not come keeps its error, and the others come', async () => {
  const { api } = worker(['b']);
  const channels = ['a', 'b', 'c'].map(channel);
  expect(await loadTasks(api, channels, [bundle('ab', ['a', 'b'])], always)).toBe(false);
  expect(channels.map(({ task }) => task?.id)).toEqual(['a', undefined, 'c']);
  expect(channels.map(({ error }) => error)).toEqual([null, broken, null]);
});

test('six requests are on their way at a time', async () => {
  const { api, asked, mostOpen } = worker();
  await loadTasks(
    api,
    Array.from({ length: 20 }, (_, i) => channel(`t${i}`)),
    [],
    always,
  );
  expect([asked.length, mostOpen()]).toEqual([20, 6]);
});

test('a worker that was replaced fills no channel any more', async () => {
  const { api } = worker();
  const channels = ['a', 'b'].map(channel);
  await loadTasks(api, channels, [], () => false);
  expect(channels.map(({ task, error }) => [task, error])).toEqual([
    [null, null],
    [null, null],
  ]);
});
