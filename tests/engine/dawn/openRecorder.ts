import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { operations } from '../../../workers/kernels/index.ts';
import { emulatedVariants } from '../../../workers/webgpu/chooseVariants.ts';
import { createDevice, registerWebgpuBackend } from '../../../workers/webgpu/createDevice.ts';
import { Recorder } from '../../../workers/webgpu/recorder.ts';
import { installDawn } from './installDawn.ts';

/**
 * tfjs on Dawn with our kernels registered; null where this machine has no Vulkan driver in software
 * or not the loader for it. Errors of the device go to `onError`.
 */
export async function openRecorder(onError: (message: string) => void): Promise<Recorder | null> {
  if (!(await installDawn())) return null;
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) return null;
  const device = await createDevice(adapter);
  device.addEventListener('uncapturederror', ({ error }) => onError(error.message));
  await registerWebgpuBackend(device, adapter.info);
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  await tf.setBackend('webgpu');
  const recorder = new Recorder(tf.backend() as WebGPUBackend, emulatedVariants(4));
  for (const { webgpu } of operations) webgpu(recorder);
  return recorder;
}
