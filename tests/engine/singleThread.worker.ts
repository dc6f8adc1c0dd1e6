import './dynamicImports.ts';
import * as tf from '@tensorflow/tfjs-core';
import { startEngine } from '../../workers/backend/startEngine.ts';

/** Starts WASM as on a page that is not isolated, where memory cannot be shared. */
self.onmessage = async (): Promise<void> => {
  Object.defineProperty(self, 'crossOriginIsolated', { value: false });
  try {
    const { adapter, notes } = await startEngine('wasm', (lost) => console.error(lost));
    const hasKernels = (tf.getKernel('Linear', 'wasm') as unknown) !== undefined;
    self.postMessage({ adapter, notes, hasKernels });
  } catch (error) {
    self.postMessage({ adapter: String(error), notes: [], hasKernels: false });
  }
};
