import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import type { Job } from './job.ts';
import { loadPlanned } from './loadPlanned.ts';
import type { OwnData } from './loadDesk.ts';

/** A run that goes on from where it is kept, on the backend that it was on unless another is named. */
export const resumeJob = (
  { head, log }: Checkpoint,
  backend: Job['backend'],
  ownData: readonly OwnData[],
  endpoint: string,
): Job => ({
  name: head.run.name,
  backend: backend === 'auto' ? head.engine.backend : backend,
  load: (desk, progress) => loadPlanned(desk, head.run.plan, { ownData, endpoint }, progress),
  plan: () => Promise.resolve(head.run.plan),
  goesOn: { run: head.run, log },
});
