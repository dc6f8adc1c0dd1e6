import type { SettingMove } from '../protocol/index.ts';
import type { RunChange, RunRecord } from './record.ts';

/** A share before and after. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** What a hand, or the plan's schedule, has changed in a run at one step. */
export interface ChangeAt {
  readonly step: number;
  readonly by: 'hand' | 'schedule';
  /** Shares of the mixture that were moved, the largest move first; those that only made room are left out. */
  readonly shares: readonly (Move & { readonly taskId: string })[];
  readonly settings: readonly SettingMove[];
}

/**
 * What was changed by hand or by schedule during a run, from what to what. What one of them did at one step is one
 * change; what was taken back within it, and what a sampler did by itself, is none.
 */
export function changesOf({
  mixingRates,
  changes,
}: Pick<RunRecord, 'mixingRates' | 'changes'>): ChangeAt[] {
  let before = mixingRates;
  return togetherIn(changes).flatMap(({ step, by, own }) => {
    const after = own.at(-1)!.mixingRates;
    const isMoved = own.some(({ cause }) => cause.kind === 'faders' || cause.kind === 'schedule');
    const shares = isMoved ? movedShares(before, after) : [];
    const settings = movedSettings(own);
    before = after;
    if (by === 'sampler' || shares.length + settings.length === 0) return [];
    return [{ step, by, shares, settings }];
  });
}

/** Changes behind one another at one step by one of them. */
interface Stretch {
  readonly step: number;
  readonly by: ChangeAt['by'] | 'sampler';
  readonly own: RunChange[];
}

function togetherIn(changes: readonly RunChange[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const change of changes) {
    const { step } = change;
    const by = moverOf(change);
    const last = stretches.at(-1);
    if (last?.step === step && last.by === by) last.own.push(change);
    else stretches.push({ step, by, own: [change] });
  }
  return stretches;
}

function moverOf({ cause }: RunChange): Stretch['by'] {
  return cause.kind === 'schedule' || cause.kind === 'sampler' ? cause.kind : 'hand';
}

function movedSettings(changes: readonly RunChange[]): SettingMove[] {
  const causes = changes.flatMap(({ cause }) => settingMoves(cause));
  return [...new Set(causes.map(({ key }) => key))].flatMap((key) => {
    const own = causes.filter((cause) => cause.key === key);
    const [{ from }, { to }] = [own[0]!, own.at(-1)!];
    return from === to ? [] : [{ key, from, to }];
  });
}

/** The live settings that a change has moved. */
export function settingMoves(cause: RunChange['cause']): readonly SettingMove[] {
  if (cause.kind === 'schedule') return cause.settings;
  return cause.kind === 'setting' ? [cause] : [];
}

/** Relative difference below which two numbers are the same. */
const tolerance = 1e-6;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(a, b);

/**
 * Shares sum to 1, so that one that is moved changes all others by a common factor. Those that it does not
 * explain were moved.
 */
function movedShares(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): ChangeAt['shares'] {
  const all = Object.keys(after).map((taskId) => ({
    taskId,
    from: before[taskId] ?? 0,
    to: after[taskId]!,
  }));
  const factors = all.flatMap(({ from, to }) => (from > 0 && to > 0 ? [to / from] : []));
  const factor = mostCommon(factors);
  return all
    .filter(({ from, to }) => !isSame(to, factor * from))
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}

/** The value that most of them have; 1 for an empty list. */
function mostCommon(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  let best = { value: 1, count: 0 };
  let first = 0;
  sorted.forEach((value, i) => {
    if (!isSame(value, sorted[first]!)) first = i;
    if (i + 1 - first > best.count) best = { value, count: i + 1 - first };
  });
  return best.value;
}
