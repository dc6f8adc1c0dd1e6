// The core first: its flags must be there before the gradients load its operations.
import '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { AppError, causeOf } from '../../src/core/errors.ts';
import type { BackendName, EngineFlags, EngineInfo } from '../../src/core/protocol/index.ts';
import { type EngineNote, noteOf } from '../../src/core/engineNote.ts';
import { disposeConstants } from '../kernels/constant.ts';
import { acceptAllKernels } from '../kernels/implementation.ts';
import { selfTest } from '../selfTest/selfTest.ts';
import { startCpu } from './startCpu.ts';
import { startWasm } from './startWasm.ts';
import { findAdapter, startWebgpu } from './startWebgpu.ts';

type Started = Omit<EngineInfo, 'notes'>;
type Start = (notes: EngineNote[]) => Promise<Started | null>;

/**
 * Starts the backend asked for, or with 'auto' the first that works of: WebGPU on a real adapter,
 * WASM, plain CPU. All tensors of an earlier backend must be disposed before.
 * @throws AppError 'engine-unavailable' with what was tried.
 */
export async function startEngine(
  wanted: BackendName | 'auto',
  onLost: (lost: AppError) => void,
  flags: EngineFlags = {},
): Promise<EngineInfo> {
  const notes: EngineNote[] = [];
  const all = {
    webgpu: webgpuStart(onLost, flags, wanted === 'webgpu'),
    wasm: startWasm,
    cpu: startCpu,
  };
  const starts: [string, Start][] =
    wanted === 'auto' ? Object.entries(all) : [[wanted, all[wanted]]];
  for (const [name, start] of starts) {
    const started = await startTested(start, notes).catch((error: unknown) => {
      notes.push(noteOf('backendFailed', { backend: name, cause: causeOf(error) }));
      return null;
    });
    if (started) return { ...started, notes };
  }
  throw new AppError('engine-unavailable', 'noEngine', { notes, isChosen: wanted !== 'auto' });
}

/** A backend counts as started when its gradients are right, on our kernels or on plain operations. */
async function startTested(start: Start, notes: EngineNote[]): Promise<Started | null> {
  acceptAllKernels();
  disposeConstants();
  const started = await start(notes);
  if (started) notes.push(...(await selfTest()));
  return started;
}

/** WebGPU, unless it is only emulated; asked for by name, an emulated one will do. */
const webgpuStart =
  (onLost: (lost: AppError) => void, flags: EngineFlags, isForced: boolean): Start =>
  async (notes) => {
    const adapter = await findAdapter();
    if (!adapter) {
      notes.push(
        globalThis.isSecureContext === false
          ? noteOf('webgpuNeedsSecureAddress', {})
          : noteOf('noAdapter', {}),
      );
      return null;
    }
    if (adapter.isSoftware) {
      notes.push(noteOf('softwareAdapter', { adapter: adapter.name }));
      if (!isForced) return null;
    }
    return startWebgpu(adapter, onLost, notes, flags);
  };
