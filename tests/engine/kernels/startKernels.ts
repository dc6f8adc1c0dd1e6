import * as Comlink from 'comlink';
import type { BackendName } from '../../../src/core/protocol.ts';
import type { KernelEngine } from './kernels.worker.ts';

export interface TestEngine {
  readonly backend: BackendName;
  readonly api: Comlink.Remote<KernelEngine>;
  terminate(): void;
}

/** A worker of its own with one backend and our kernels. */
export async function startKernels(backend: BackendName, threads?: number): Promise<TestEngine> {
  const worker = new Worker(new URL('./kernels.worker.ts', import.meta.url), { type: 'module' });
  const api = Comlink.wrap<KernelEngine>(worker);
  await api.start(backend, threads);
  return { backend, api, terminate: () => worker.terminate() };
}
