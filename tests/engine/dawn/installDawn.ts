import { tmpdir } from 'node:os';
import { findIcd } from './findIcd.ts';

/**
 * Gives this Node process a `navigator.gpu` (Dawn over a Vulkan driver in software). Must run before
 * tfjs's WebGPU backend is imported. False where this machine has no driver, or cannot load Dawn.
 */
export async function installDawn(): Promise<boolean> {
  const icd = findIcd();
  if (!icd) return false;
  const dawn = await import('webgpu').catch(() => null);
  if (!dawn) return false;
  process.env.VK_ICD_FILENAMES = icd;
  process.env.XDG_RUNTIME_DIR ??= tmpdir();
  Object.assign(globalThis, dawn.globals);
  const gpu = dawn.create(['backend=vulkan']);
  const navigator = globalThis.navigator ?? { userAgent: 'node' };
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  return true;
}
