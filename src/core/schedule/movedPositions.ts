import type { FaderPosition } from '../protocol/index.ts';

/** Where the faders stand after a move: those that it does not name hold, those that are not here are passed over. */
export function movedPositions<P extends FaderPosition>(
  before: readonly P[],
  moved: readonly FaderPosition[],
): P[] {
  const byId = new Map(moved.map((position) => [position.taskId, position]));
  return before.map((position) => {
    const next = byId.get(position.taskId);
    return next ? { ...position, level: next.level, isOn: next.isOn } : position;
  });
}

/** The faders that stand elsewhere than before, in the same order. */
export const differing = (
  before: readonly FaderPosition[],
  after: readonly FaderPosition[],
): FaderPosition[] =>
  after.flatMap(({ taskId, level, isOn }, k) => {
    const was = before[k]!;
    return was.level === level && was.isOn === isOn ? [] : [{ taskId, level, isOn }];
  });
