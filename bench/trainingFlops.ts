import type { Shape } from './shapes.ts';

/**
 * Floating-point operations of one training step: 6 for every weight of a matrix product and token
 * (2 forward, 4 backward; the tied head is a product, the embedding lookup is none), and for
 * attention the two products q·k and p·v, causal and so counted as half: 3 · 2 · T · D a token and
 * layer. After Kaplan et al. 2020, section 2.1, with the causal half left out.
 */
export function trainingFlops(
  shape: Pick<Shape, 'nLayers' | 'dModel' | 'dFf' | 'vocabSize' | 'seqLen' | 'batchSize'>,
): number {
  const { nLayers, dModel, dFf, vocabSize, seqLen, batchSize } = shape;
  const nMatmul = nLayers * (4 * dModel ** 2 + 3 * dModel * dFf) + vocabSize * dModel;
  const attention = 6 * nLayers * seqLen * dModel;
  return batchSize * seqLen * (6 * nMatmul + attention);
}
