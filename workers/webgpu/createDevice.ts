import * as tf from '@tensorflow/tfjs-core';

const wantedFeatures = ['shader-f16', 'subgroups', 'timestamp-query'] as const;

// What tfjs raises, and what our kernels need beyond it.
const raisedLimits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxBufferSize',
] as const;

/**
 * A device with everything the adapter offers of what our kernels can use: tfjs's own asks neither
 * for half precision nor for subgroups.
 */
export function createDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const requiredFeatures = wantedFeatures.filter((name) => adapter.features.has(name));
  const limits = raisedLimits.map((name) => [name, adapter.limits[name]] as const);
  return adapter.requestDevice({ requiredFeatures, requiredLimits: Object.fromEntries(limits) });
}

/** Makes tfjs's 'webgpu' run on this device from the next `tf.setBackend('webgpu')` on. */
export async function registerWebgpuBackend(
  device: GPUDevice,
  info: GPUAdapterInfo,
): Promise<void> {
  // Also registers tfjs's kernels, and a backend that would ask for a device of its own.
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  if (tf.engine().registryFactory['webgpu']) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, info), 3);
}
