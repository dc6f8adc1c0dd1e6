import { heldOut } from './heldOut.ts';
import { instructionCount } from './instructionCount.ts';
import { unseenTasks } from './unseenTasks.ts';

/** Questions that many runs answer: `npm run study -- <id>`. */
export const studies = [heldOut, unseenTasks, instructionCount] as const;
