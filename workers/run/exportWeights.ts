import { writeSafetensors } from '../../src/core/formats/safetensors.ts';
import { namedTensors } from '../data/loadModel.ts';
import type { Session } from './session.ts';

/** The tuned weights as a `model.safetensors` file (fp16, Llama names). */
export async function exportWeights(session: Session): Promise<Uint8Array> {
  const { model } = session.needModel();
  return writeSafetensors(namedTensors(model.layout, await session.tunedFlat()), 'F16');
}
