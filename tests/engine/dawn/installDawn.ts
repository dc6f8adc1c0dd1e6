import { create, globals } from 'webgpu';
import { findIcd } from './findIcd.ts';

/**
 * Gives this Node process a `navigator.gpu` (Dawn over a Vulkan driver in software). Must run before
 * tfjs's WebGPU backend is imported. False where this machine has no driver for it.
 */
export function installDawn(): boolean {
  const icd = findIcd();
  if (!icd) return false;
  process.env.VK_ICD_FILENAMES = icd;
  process.env.XDG_RUNTIME_DIR ??= '/tmp';
  Object.assign(globalThis, globals);
  const gpu = create(['backend=vulkan']);
  const navigator = globalThis.navigator ?? { userAgent: 'node' };
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  return true;
}
