import { isNative } from './benchEngine.ts';
import type { BenchJob, BenchReply, ResultOf } from './benchJob.ts';

/** One job, in a fresh worker that is ended with it; of an engine outside the browser, by who drives the page. */
export function runJob<K extends keyof ResultOf>(
  job: BenchJob,
  limitSeconds: number,
  signal?: AbortSignal,
): Promise<BenchReply<K>> {
  if (!('engine' in job) || !isNative(job.engine)) return runInWorker(job, limitSeconds, signal);
  const reply = window.benchNative?.(job, limitSeconds);
  const error = 'runs outside the browser: `npm run bench` compares it';
  return (reply ?? Promise.resolve({ ok: false, error })) as Promise<BenchReply<K>>;
}

function runInWorker<K extends keyof ResultOf>(
  job: BenchJob,
  limitSeconds: number,
  signal?: AbortSignal,
): Promise<BenchReply<K>> {
  const worker = new Worker(new URL('./benchWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<BenchReply<K>>((resolve) => {
    const fail = (error: string): void => resolve({ ok: false, error });
    const timer = setTimeout(() => fail(`gave up after ${limitSeconds} s`), 1000 * limitSeconds);
    worker.onmessage = ({ data }: MessageEvent<BenchReply<K>>) => resolve(data);
    worker.onerror = ({ message }) => fail(message || 'its worker failed to load');
    signal?.addEventListener('abort', () => fail('stopped'));
    worker.onmessageerror = () => fail('its answer could not be read');
    worker.addEventListener('message', () => clearTimeout(timer));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
