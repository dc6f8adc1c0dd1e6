import './dynamicImports.ts';
import * as Comlink from 'comlink';
import type { BackendName, EngineInfo } from '../../src/core/protocol/index.ts';
import { startEngine } from '../../workers/backend/startEngine.ts';
import { measureParity } from './parity.ts';
import type { Parity } from './parity.ts';

/** Starts a backend in this worker and compares our model with the recorded reference. */
async function parityOn(backend: BackendName): Promise<{ engine: EngineInfo; parity: Parity }> {
  const engine = await startEngine(backend, (message) => console.error(message));
  return { engine, parity: await measureParity() };
}

export type ParityOn = typeof parityOn;
Comlink.expose(parityOn);
