import type { FaderMove, FaderSchedule } from '../protocol/index.ts';
import { mergedMoves } from '../schedule/mergedMoves.ts';
import { settingMoves } from './changesOf.ts';
import type { RunChange, RunRecord } from './record.ts';

/**
 * All that moved in a run, by hand or by its plan, as a schedule: a run of the same plan with it gives the same
 * numbers. null for a record from before moved faders were kept.
 */
export function scheduleOf({
  plan,
  changes,
}: Pick<RunRecord, 'plan' | 'changes'>): FaderSchedule | null {
  const isKnown = ({ cause, channels }: RunChange): boolean =>
    cause.kind !== 'faders' || channels !== undefined;
  if (!changes.every(isKnown)) return null;
  const played = changes.findLast(({ cause }) => cause.kind === 'schedule')?.step ?? -1;
  const later = (plan.schedule ?? []).filter(({ step }) => step > played);
  return mergedMoves([...changes.flatMap(moveOf), ...later]);
}

/** A change as a move; none for what a sampler did, which it will do again. */
function moveOf({ step, cause, channels = [] }: RunChange): FaderMove[] {
  const moves = settingMoves(cause);
  const settings = Object.fromEntries(moves.map(({ key, to }) => [key, to]));
  if (channels.length === 0 && moves.length === 0) return [];
  return [
    { step, ...(channels.length > 0 && { channels }), ...(moves.length > 0 && { settings }) },
  ];
}
