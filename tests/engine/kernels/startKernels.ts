import * as Comlink from 'comlink';
import type { BackendName } from '../../../src/core/protocol/index.ts';
import type { KernelEngine } from './kernels.worker.ts';

export interface TestEngine {
  readonly backend: BackendName;
  /** As the page shows it: with the number of threads. */
  readonly adapter: string;
  readonly api: Comlink.Remote<KernelEngine>;
  terminate(): void;
}

/** A worker of its own with one backend and our kernels, as on a machine with so many cores. */
export async function startKernels(backend: BackendName, cores?: number): Promise<TestEngine> {
  const worker = new Worker(new URL('./kernels.worker.ts', import.meta.url), { type: 'module' });
  const api = Comlink.wrap<KernelEngine>(worker);
  const adapter = await api.start(backend, cores);
  return { backend, adapter, api, terminate: () => worker.terminate() };
}
