import { AppError } from '../../src/core/errors.ts';
import * as tf from '@tensorflow/tfjs-core';
import type { EngineFlags, EngineInfo } from '../../src/core/protocol/index.ts';
import { createDevice, registerWebgpuBackend } from '../webgpu/createDevice.ts';
import { deviceBytes } from './deviceBytes.ts';
import { startWebgpuKernels } from './startWebgpuKernels.ts';
import { isSoftwareAdapter } from '../../src/core/isSoftwareAdapter.ts';
import type { EngineNote } from '../../src/core/engineNote.ts';
import { withTimeout } from '../thread/withTimeout.ts';

const timeoutMs = 10_000;

export interface AdapterReport {
  readonly name: string;
  readonly isSoftware: boolean;
}

/**
 * Asks the browser for a WebGPU adapter before tfjs does (tfjs fails with a bare TypeError when
 * there is none). Null when there is no WebGPU or no adapter.
 */
export async function findAdapter(): Promise<AdapterReport | null> {
  if (typeof navigator === 'undefined' || !('gpu' in navigator) || !navigator.gpu) return null;
  const adapter = await requestAdapter();
  return adapter && describe(adapter.info);
}

function requestAdapter(): Promise<GPUAdapter | null> {
  const request = navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  return withTimeout(request, timeoutMs, 'WebGPU adapter');
}

function describe(info: GPUAdapterInfo): AdapterReport {
  const words = [info.vendor, info.architecture, info.device, info.description].filter(Boolean);
  const name = words.join(' ') || 'unnamed WebGPU adapter';
  return { name, isSoftware: isSoftwareAdapter(info) };
}

/** Starts tfjs on WebGPU; `onLost` hears of a lost device or of errors that nobody awaited. */
export async function startWebgpu(
  adapter: AdapterReport,
  onLost: (lost: AppError) => void,
  notes: EngineNote[],
  flags: EngineFlags,
): Promise<Omit<EngineInfo, 'notes'>> {
  const gpuAdapter = await requestAdapter();
  if (!gpuAdapter) throw new Error('The WebGPU adapter is gone');
  const device = await createDevice(gpuAdapter);
  await registerWebgpuBackend(device, gpuAdapter.info);
  tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', 3); // split-K is wrong with transposeB, and not repeatable
  tf.env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', 200); // a whole training step, and more
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  if (!(await withTimeout(tf.setBackend('webgpu'), timeoutMs, 'WebGPU'))) {
    throw new Error('tfjs could not start WebGPU');
  }
  watchDevice(device, onLost);
  const kernels = await startWebgpuKernels({ ...flags, adapterInfo: gpuAdapter.info });
  notes.push(...kernels.notes);
  const { name, isSoftware } = adapter;
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
  const limits = {
    totalBytes: null,
    bufferBytes: Math.min(maxBufferSize, maxStorageBufferBindingSize),
    deviceBytes: deviceBytes(),
  };
  return { backend: 'webgpu', adapter: name, isSoftware, precision: kernels.precision, limits };
}

function watchDevice(device: GPUDevice, onLost: (lost: AppError) => void): void {
  device.addEventListener('uncapturederror', (event) => {
    onLost(new AppError('engine-failed', 'webgpuError', { cause: event.error.message }));
  });
  void device.lost.then(({ reason, message }) => {
    if (reason !== 'destroyed')
      onLost(new AppError('engine-failed', 'deviceLost', { cause: message }));
  });
}
