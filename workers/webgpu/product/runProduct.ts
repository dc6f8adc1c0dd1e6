import type { Recorder } from '../recorder.ts';
import type { Product } from './product.ts';
import { runRegisters } from './registers.ts';
import { runTiled } from './tiled.ts';

/** Records the product in the session's variant: one dispatch. */
export function runProduct(recorder: Recorder, product: Product): void {
  if (recorder.variants.products === 'workgroup') runTiled(recorder, product);
  else runRegisters(recorder, product);
}
