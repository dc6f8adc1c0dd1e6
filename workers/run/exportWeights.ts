import { writeSafetensors } from '../../src/core/formats/safetensors.ts';
import { namedTensors } from '../data/loadModel.ts';
import type { Weights } from '../../src/core/protocol/index.ts';
import type { Session } from './session.ts';

/** These weights as a `model.safetensors` file (fp16, Llama names). */
export async function exportWeights(
  session: Session,
  weights: Exclude<Weights, 'base'>,
): Promise<Uint8Array> {
  const { model } = session.needModel();
  return writeSafetensors(namedTensors(model.layout, await session.flatOf(weights)), 'F16');
}
