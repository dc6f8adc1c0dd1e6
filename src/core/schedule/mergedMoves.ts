import type { FaderMove, FaderSchedule, LiveSettings } from '../protocol/index.ts';

/** Moves in any order as a schedule: those of one step become one, in which the later one wins. */
export function mergedMoves(moves: readonly FaderMove[]): FaderSchedule {
  const steps = [...new Set(moves.map(({ step }) => step))].sort((a, b) => a - b);
  return steps.map((step) => merged(moves.filter((move) => move.step === step)));
}

function merged(moves: readonly FaderMove[]): FaderMove {
  const [first] = moves;
  if (moves.length === 1) return first!;
  const positions = moves.flatMap(({ channels = [] }) => channels);
  const channels = [...new Map(positions.map((one) => [one.taskId, one])).values()];
  const settings = moves.reduce<LiveSettings>((all, move) => ({ ...all, ...move.settings }), {});
  return {
    step: first!.step,
    ...(channels.length > 0 && { channels }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}
