import type { GradientPolicy } from './gradientPolicy.ts';
import { sum } from './sum.ts';

/** Every gradient policy, one line each; its name and settings have a line in `src/core/levers/gradients.ts`. */
export const gradientPolicies: readonly GradientPolicy[] = [sum];
