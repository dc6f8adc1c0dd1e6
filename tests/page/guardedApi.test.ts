import * as Comlink from 'comlink';
import { afterEach, expect, test } from 'vitest';
import type { ErrorInfo } from '../../src/core/errors.ts';
import type { TasksApi, TrainerApi } from '../../src/core/protocol/index.ts';
import { guardedApi } from '../../src/page/bridge/guardedApi.ts';

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** What the far end of a port offers, and how it ends. */
function connect(far: Partial<TasksApi>): { api: TrainerApi; end: (error: ErrorInfo) => void } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  Comlink.expose(far, port1);
  let end!: (error: ErrorInfo) => void;
  const ended = new Promise<ErrorInfo>((resolve) => (end = resolve));
  return { api: guardedApi(Comlink.wrap<TrainerApi>(port2), ended), end };
}

test('a function among the arguments is called from the other end', async () => {
  const { api } = connect({
    loadTask: async (_, onProgress) => {
      await Promise.resolve(onProgress({ loadedBytes: 3, totalBytes: 7 }));
      return {
        ok: false,
        error: { code: 'bad-file', key: 'emptyFile', values: { fileName: 'a.json' } },
      };
    },
  });
  const seen: number[] = [];
  const source = { kind: 'builtIn', url: 'a.json', sha256: '', bytes: 1 } as const;
  const result = await api.loadTask(source, ({ loadedBytes }) => seen.push(loadedBytes));
  expect(result).toMatchObject({ ok: false, error: { key: 'emptyFile' } });
  expect(seen).toEqual([3]);
});

test('a call on its way settles with the error that the worker ended with', async () => {
  const { api, end } = connect({ removeTask: () => new Promise(() => undefined) });
  const call = api.removeTask('toy');
  const error: ErrorInfo = { code: 'engine-failed', key: 'workerStopped', values: {} };
  end(error);
  expect(await call).toEqual({ ok: false, error });
});

test('an API that is awaited comes back as itself', async () => {
  const { api } = connect({});
  expect(await Promise.resolve(api)).toBe(api);
});
