import { changesOf, type ChangeAt, type Move } from '../../core/runs/changesOf.ts';
import type { SettingValue } from '../../core/settingRows.ts';
import { formatPercent, formatRate, formatShare } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import type { Cluster } from './cluster.ts';
import type { ChangeMark, PlotMark } from './plotData.ts';

/** Moves that are named at a mark; the others are counted. */
const mostNamed = 3;

type Named = Pick<Cluster, 'name'> & {
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};

/** Where faders and settings were moved in a run, from what to what, and where it was paused; in order. */
export const changeMarks = (record: RunRecord, clusters: readonly Named[]): ChangeMark[] =>
  [
    ...changesOf(record).map((change) => ({
      step: change.step,
      label: changeWords(change, clusters),
      kind: change.by,
    })),
    ...(record.pauses ?? []).map((step) => ({
      step,
      label: t.curves.paused,
      kind: 'pause' as const,
    })),
  ].sort((a, b) => a.step - b.step);

/** Where a run was scored on its way. */
export const evaluationMarks = ({ evaluations }: RunRecord): PlotMark[] =>
  evaluations
    .filter(({ split }) => split === 'validation')
    .map(({ step }) => ({ step, label: t.curves.evaluated, kind: 'evaluation' }));

/** "By hand: learning rate 0.006 → 0.02, translation 13% → 0%". */
export function changeWords(
  { by, shares, settings }: ChangeAt,
  clusters: readonly Named[],
): string {
  const moves = namedMoves(shares, clusters);
  const set = settings.map(({ key, from, to }) =>
    t.curves.moved(t.settings.rows[key].label, valueText(from), valueText(to)),
  );
  const named = moves
    .slice(0, mostNamed)
    .map(({ name, from, to }) => t.curves.moved(name, shareText(from), shareText(to)));
  const others = moves.length - named.length;
  const rest = others > 0 ? [t.curves.moreMoved(others)] : [];
  return t.curves.movedBy[by]([...set, ...named, ...rest]);
}

/** Whole where that is enough: "13%", "2.5%", "0%". */
const shareText = (share: number): string =>
  share > 0 && share < 0.0995 ? formatShare(share) : formatPercent(share);

const valueText = (value: SettingValue): string =>
  typeof value === 'number' ? formatRate(value) : String(value);

type NamedMove = Move & { readonly name: string };

/** A cluster that was moved as a whole is one move; the largest first. */
function namedMoves(shares: ChangeAt['shares'], clusters: readonly Named[]): NamedMove[] {
  const moved = new Map(shares.map((move) => [move.taskId, move]));
  const known = clusters.flatMap(({ name, channels }) => {
    const own = channels.flatMap(({ id, name: task }) => {
      const move = moved.get(id);
      return move ? [{ ...move, name: task }] : [];
    });
    return channels.length > 1 && own.length === channels.length ? [summed(name, own)] : own;
  });
  const onDesk = new Set(clusters.flatMap(({ channels }) => channels.map(({ id }) => id)));
  const gone = shares.filter(({ taskId }) => !onDesk.has(taskId));
  return [...known, ...gone.map((move) => ({ ...move, name: move.taskId }))].sort(
    (a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from),
  );
}

const summed = (name: string, moves: readonly Move[]): NamedMove => ({
  name,
  from: moves.reduce((sum, { from }) => sum + from, 0),
  to: moves.reduce((sum, { to }) => sum + to, 0),
});
