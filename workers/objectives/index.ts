import type { Objective } from './objective.ts';
import { sft } from './sft.ts';

/** Every objective, one line each; its name and settings have a line in `src/core/levers/objective.ts`. */
export const objectives: readonly Objective[] = [sft];
