import * as tf from '@tensorflow/tfjs-core';

const refused = new Set<string>();
let isReferenceMode = false;

/**
 * True when an operation may run our kernel: there is one for this backend, the self-test has not
 * refused it, and the engine is not in reference mode. Otherwise its reference runs.
 */
export function usesKernel(name: string): boolean {
  if (isReferenceMode || refused.has(name)) return false;
  // The typings promise a kernel; an unknown name gives undefined.
  return (tf.getKernel(name, tf.getBackend()) as tf.KernelConfig | undefined) !== undefined;
}

/** Runs one of our kernels: see the table in docs/kernels.md for inputs, attributes, outputs. */
export function runKernel<Out extends tf.Tensor | readonly tf.Tensor[]>(
  name: string,
  inputs: tf.NamedTensorMap,
  attrs: object = {},
): Out {
  const engine = tf.engine();
  return engine.runKernel(name, inputs, attrs as tf.NamedAttrMap) as unknown as Out;
}

/** Plain TensorFlow.js operations everywhere: what our kernels are compared with. */
export function setReferenceMode(isOn: boolean): void {
  isReferenceMode = isOn;
}

/** From now on the references of these kernels run: their results were wrong on this device. */
export function refuseKernels(names: readonly string[]): void {
  for (const name of names) refused.add(name);
}

/** Before another backend starts. */
export function acceptAllKernels(): void {
  refused.clear();
}
