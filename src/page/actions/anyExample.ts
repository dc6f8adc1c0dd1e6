import type { App } from '../state/createApp.ts';

/** Another example of the task in Try it, whichever. */
export function anyExample({ tryIt, world }: App): void {
  const { task, sampleIndex } = tryIt;
  if (!task) return;
  const others = Math.max(1, task.samples.length - 1);
  const by = 1 + Math.floor(world.chance() * others);
  tryIt.choose(task, (sampleIndex + by) % task.samples.length);
}
