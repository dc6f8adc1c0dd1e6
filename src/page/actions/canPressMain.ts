import type { App } from '../state/createApp.ts';

/**
 * Whether the big button means something now. Not while the Engine view measures: two at once would measure each
 * other.
 */
export function canPressMain({ desk, engine, progress, world }: App): boolean {
  if (world.bench.isRunning) return false;
  if (progress.status === 'paused') return true;
  if (progress.isBusy) return progress.isLive;
  const hasEngine = engine.phase !== 'failed' && engine.phase !== 'off';
  return hasEngine && (desk.hasMix || desk.channels.length === 0);
}
