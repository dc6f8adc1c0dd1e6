import type { ModelFamily } from './family.ts';
import { llama } from './llama.ts';

/** Every family, one line each. */
export const families: readonly ModelFamily[] = [llama];
