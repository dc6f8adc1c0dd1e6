import type { App } from '../state/createApp.ts';

/** Another seed for the next run. */
export function newSeed({ desk, world }: App): void {
  desk.setSetting('seed', Math.floor(world.chance() * 10_000));
}
