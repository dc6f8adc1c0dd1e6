import type * as tf from '@tensorflow/tfjs-core';

/** Where the gradient of a parameter belongs: a view into the vector of all gradients. */
export interface GradientPlace {
  readonly view: tf.Tensor;
  /** True once a kernel of this step has written there: the next one adds. */
  isWritten: boolean;
}

/** Attributes of a kernel that can write into a tensor that is already there. */
export interface OutAttrs {
  readonly out?: tf.TensorInfo;
  readonly accumulates?: boolean;
}

const places = new WeakMap<object, GradientPlace>();

/** From now on the gradient of this parameter goes to `place`; tied parameters share one. */
export function attachGradient(param: tf.Tensor, place: GradientPlace): void {
  places.set(param.dataId, place);
}

/** For the kernel that computes a parameter's gradient: where to, and whether to add. */
export function gradientOut(param: tf.Tensor): OutAttrs {
  const place = places.get(param.dataId);
  if (!place) return {};
  const { view, isWritten } = place;
  place.isWritten = true;
  return {
    out: { dataId: view.dataId, shape: view.shape, dtype: view.dtype },
    accumulates: isWritten,
  };
}
