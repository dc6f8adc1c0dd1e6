import type { NoteWords, Winner } from '../../core/engineNote.ts';

const kernels = {
  products: 'products',
  inputs: 'inputs of products',
  attention: 'attention',
  rows: 'rows',
} as const satisfies Record<Winner['kernels'], string>;

function winnerWords({ kernels: which, variant, usesSubgroups }: Winner): string {
  const by = which === 'inputs' ? `in ${variant}` : `by ${variant}`;
  const threads = typeof variant === 'number' ? ' threads' : '';
  return `${kernels[which]} ${by}${threads}${usesSubgroups ? ' with subgroups' : ''}`;
}

/** The engine's notes, for the page and for the command line. */
export const enEngineNotes: NoteWords = {
  noAdapter: () => 'This browser offers no WebGPU adapter.',
  webgpuNeedsSecureAddress: () =>
    'Browsers offer WebGPU only on secure addresses: https:// or localhost.',
  softwareAdapter: ({ adapter }) => `The WebGPU adapter (${adapter}) is emulated in software.`,
  backendFailed: ({ backend, cause }) => `${backend} failed: ${cause}.`,
  noSimd: () =>
    'This browser has no WASM SIMD: training runs without our kernels, many times slower.',
  notIsolated: () => 'This page is not cross-origin isolated, so WASM runs on a single thread.',
  threadsNeedSecureAddress: () =>
    'Browsers offer threads only on secure addresses: WASM runs on a single thread.',
  threadsDidNotStart: () => 'Threaded WASM did not start; WASM runs on a single thread.',
  threadsFailed: ({ cause }) => `${cause}; WASM runs on a single thread.`,
  kernelThreadsFailed: ({ cause }) => `${cause}; our WASM kernels run on one thread.`,
  kernelsForEmulated: ({ products, lanes }) =>
    `Kernels for an emulated adapter: ${products}, ${lanes} lanes.`,
  kernelsAsAsked: ({ variant }) => `Kernels as asked for: ${variant}.`,
  kernelsMeasured: ({ winners }) =>
    `Fastest kernels here, measured: ${winners.map(winnerWords).join(', ')}.`,
  noHalfPrecision: () => 'This device has no shader-f16: products stay in single precision.',
  halfPrecision: () => 'Inputs of the matrix products in half precision, their sums in single.',
  kernelsFallBack: ({ names }) =>
    `Wrong results on this device, so slower plain operations stand in for: ${names.join(', ')}.`,
  gradientFallsBack: () =>
    'The gradient of a small model is wrong with our kernels; plain operations run.',
};
