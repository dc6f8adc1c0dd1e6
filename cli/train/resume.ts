import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import type { Job } from './job.ts';
import { loadPlanned } from './loadPlanned.ts';
import type { OwnFile } from './loadOwnFile.ts';

/** A run that goes on from where it is kept, on the backend that it was on unless another is named. */
export const resumeJob = (
  { head, log }: Checkpoint,
  backend: Job['backend'],
  ownFiles: readonly OwnFile[],
): Job => ({
  name: head.run.name,
  backend: backend === 'auto' ? head.engine.backend : backend,
  load: (desk, progress) => loadPlanned(desk, head.run.plan, ownFiles, progress),
  plan: () => Promise.resolve(head.run.plan),
  goesOn: { run: head.run, log },
});
