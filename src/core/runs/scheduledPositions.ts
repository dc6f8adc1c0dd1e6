import type { FaderPosition } from '../protocol/index.ts';
import type { RunChange } from './record.ts';

/** Where a run's schedule has brought those faders that no hand has moved since, by task. */
export function scheduledPositions(
  changes: readonly Pick<RunChange, 'cause' | 'channels'>[],
): ReadonlyMap<string, FaderPosition> {
  const positions = new Map<string, FaderPosition>();
  for (const { cause, channels = [] } of changes) {
    for (const position of channels) {
      if (cause.kind === 'schedule') positions.set(position.taskId, position);
      else positions.delete(position.taskId);
    }
  }
  return positions;
}
