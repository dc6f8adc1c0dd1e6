import type { App } from '../state/createApp.ts';

/** A task leaves the desk; it stays in the library, and the run that has it plays on without it. */
export function removeChannel({ desk, tryIt }: App, id: string): void {
  const channel = desk.channel(id);
  if (!channel) return;
  desk.takeOff([channel]);
  if (tryIt.task?.id === id) tryIt.writeOwn();
}
