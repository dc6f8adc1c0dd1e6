import * as tf from '@tensorflow/tfjs-core';

/**
 * Scaled dot-product attention with grouped key/value heads (Vaswani et al. 2017, eq. 1;
 * Ainslie et al. 2023). The query heads of one group are stacked along time, so that keys and
 * values are used as they are, never repeated. The caller has scaled the queries.
 *
 * q: [B, Hkv, G·T, Dh], k and v: [B, Hkv, S, Dh], mask (added to the scores): [B, 1, T, S] with
 * −1e9 where attention is forbidden. Gives [B, Hkv, G·T, Dh].
 *
 * With P = softmax(qkᵀ + mask): dv = Pᵀdy, dP = dy·vᵀ, dS = P·(dP − Σ(dy·y)), dq = dS·k, dk = dSᵀq.
 */
export function attention(
  q: tf.Tensor4D,
  k: tf.Tensor4D,
  v: tf.Tensor4D,
  mask: tf.Tensor4D,
): tf.Tensor4D {
  const op = tf.customGrad((...args) => {
    const [query, key, value, save] = args as unknown as [
      tf.Tensor4D,
      tf.Tensor4D,
      tf.Tensor4D,
      tf.GradSaveFunc,
    ];
    const probs = attentionProbs(tf.matMul(query, key, false, true), mask);
    const mixed = tf.matMul(probs, value);
    save([query, key, value, probs, mixed]);
    return { value: mixed, gradFunc };
  });
  return op(q, k, v) as tf.Tensor4D;
}

/** softmax(scores + mask) over the keys. scores: [B, Hkv, G·T, S]; same shape out. */
export function attentionProbs(scores: tf.Tensor, mask: tf.Tensor4D): tf.Tensor {
  const [batchSize, , seqLen, nKeys] = mask.shape;
  const byHead = tf.reshape(scores, [batchSize, -1, seqLen, nKeys]); // [B, H, T, S]
  return tf.reshape(tf.softmax(tf.add(byHead, mask)), scores.shape);
}

function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [q, k, v, probs, mixed] = saved as [
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor4D,
  ];
  return tf.tidy(() => {
    const along = tf.sum(tf.mul(dy, mixed), -1, true); // [B, Hkv, G·T, 1]
    const dProbs = tf.matMul(dy, v, false, true); // [B, Hkv, G·T, S]
    const dScores = tf.mul(probs, tf.sub(dProbs, along));
    return [
      tf.matMul(dScores, k),
      tf.matMul(dScores, q, true, false),
      tf.matMul(probs, dy, true, false),
    ];
  });
}
