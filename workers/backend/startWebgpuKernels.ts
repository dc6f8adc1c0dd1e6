import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { Precision } from '../../src/core/protocol/index.ts';
import { operations as ours } from '../kernels/index.ts';
import type { Operation } from '../kernels/operation.ts';
import { checkDevice } from '../webgpu/checkDevice.ts';
import {
  emulatedLanes,
  emulatedVariants,
  gpuVariants,
  measureVariants,
} from '../webgpu/chooseVariants.ts';
import type { VariantWish } from '../webgpu/chooseVariants.ts';
import { isSoftwareAdapter } from '../../src/core/isSoftwareAdapter.ts';
import { type EngineNote, noteOf } from '../../src/core/engineNote.ts';
import { Recorder } from '../webgpu/recorder.ts';

export interface WebgpuKernelOptions {
  /**
   * Of the inputs of the matrix products: 'fp16' wherever the device has `shader-f16`, 'fp32' never
   * half; without it a GPU is measured, and an emulated adapter stays at 'fp32'.
   */
  readonly precision?: Precision;
  /** False keeps subgroup operations off. */
  readonly subgroups?: boolean;
  /** Fixed, for tests; else measured, and on emulated adapters 'registers'. */
  readonly variants?: VariantWish;
  /** Defaults to what the device says of its adapter. */
  readonly adapterInfo?: GPUAdapterInfo;
}

/**
 * Registers our kernels for 'webgpu', in the variants that suit this device, once it is tfjs's
 * backend. The choice stands for the session: the same seed on the same choice gives the same bits.
 * `notes` says what was chosen. @throws Error when the device is too small for our kernels.
 */
export async function startWebgpuKernels(
  options: WebgpuKernelOptions = {},
  operations: readonly Operation[] = ours,
): Promise<{ notes: EngineNote[]; precision: Precision }> {
  const backend = tf.backend() as WebGPUBackend;
  checkDevice(backend.device);
  const recorder = new Recorder(backend, gpuVariants);
  for (const { webgpu } of operations) webgpu(recorder);
  const notes = [await chooseVariants(recorder, options)];
  if (options.precision === 'fp16') notes.push(useHalfPrecision(recorder));
  return { notes, precision: recorder.variants.precision };
}

async function chooseVariants(
  recorder: Recorder,
  options: WebgpuKernelOptions,
): Promise<EngineNote> {
  const { variants: wish = 'auto', subgroups = true } = options;
  const { adapterInfo = recorder.device.adapterInfo } = options;
  if (adapterInfo && isSoftwareAdapter(adapterInfo)) {
    const lanes = emulatedLanes(adapterInfo);
    const broadcasts = subgroups && isOneSubgroup(recorder.device, adapterInfo, lanes);
    recorder.variants = emulatedVariants(lanes, broadcasts);
    if (wish === 'workgroup') recorder.variants = gpuVariants;
    const { products, rowLanes } = recorder.variants;
    return noteOf('kernelsForEmulated', { products, lanes: rowLanes });
  }
  if (wish === 'auto') {
    const allowed = { half: options.precision === undefined, subgroups };
    const { winners } = await measureVariants(recorder, allowed);
    return noteOf('kernelsMeasured', { winners });
  }
  recorder.variants = { ...gpuVariants, products: wish, attention: wish };
  return noteOf('kernelsAsAsked', { variant: wish });
}

/** A workgroup of so many threads is exactly one subgroup. */
const isOneSubgroup = (device: GPUDevice, info: GPUAdapterInfo, lanes: number): boolean =>
  device.features.has('subgroups') &&
  info.subgroupMinSize === lanes &&
  info.subgroupMaxSize === lanes;

function useHalfPrecision(recorder: Recorder): EngineNote {
  if (!recorder.device.features.has('shader-f16')) {
    return noteOf('noHalfPrecision', {});
  }
  recorder.variants = { ...recorder.variants, products: 'workgroup', precision: 'fp16' };
  return noteOf('halfPrecision', {});
}
