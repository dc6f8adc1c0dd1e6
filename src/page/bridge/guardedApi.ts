import * as Comlink from 'comlink';
import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { TrainerApi } from '../../core/protocol/index.ts';

type Call = (...values: unknown[]) => Promise<Result<unknown>>;

/**
 * The remote methods: functions among the arguments cross as proxies, and every call settles at the
 * latest when the worker ends.
 */
export function guardedApi(
  remote: Comlink.Remote<TrainerApi>,
  ended: Promise<ErrorInfo>,
): TrainerApi {
  const failure = ended.then((error) => ({ ok: false, error }) as const);
  const methods = remote as unknown as Readonly<Record<string, Call>>;
  const crossing = (value: unknown): unknown =>
    typeof value === 'function' ? Comlink.proxy(value) : value;
  return new Proxy({} as TrainerApi, {
    get: (_, name) => {
      // An API that is awaited must not be taken for a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return (...values: unknown[]) =>
        Promise.race([methods[name]!(...values.map(crossing)), failure]);
    },
  });
}
