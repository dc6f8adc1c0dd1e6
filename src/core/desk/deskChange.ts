import type { DeskSetup, DeskTask } from './deskSetup.ts';

/** A desk with what is only listened to for a moment: everything that a hand moves. */
export interface DeskState {
  readonly setup: DeskSetup;
  /** Tasks that are soloed. */
  readonly solos: readonly string[];
}

export type DeskChangeKind =
  | 'model'
  | 'added'
  | 'removed'
  | 'order'
  | 'level'
  | 'mute'
  | 'solo'
  | 'cap'
  | 'metric'
  | 'bus'
  | 'setting'
  | 'schedule';

/** One way in which two desks differ. */
export interface DeskChange {
  readonly kind: DeskChangeKind;
  /** Of the tasks, clusters or settings that it is about; empty for model, order and schedule. */
  readonly ids: readonly string[];
}

/** All ways in which a desk has changed; none for the same desk. */
export function deskChanges(before: DeskState, after: DeskState): readonly DeskChange[] {
  const [a, b] = [before.setup, after.setup];
  const idsOf = ({ tasks }: DeskSetup): readonly string[] => tasks.map(({ id }) => id);
  const kept = a.tasks.flatMap((task) => {
    const other = b.tasks.find(({ id }) => id === task.id);
    return other ? [[task, other] as const] : [];
  });
  const movedIn = (key: Exclude<keyof DeskTask, 'id'>): readonly string[] =>
    kept.filter(([one, other]) => one[key] !== other[key]).map(([{ id }]) => id);
  const isReordered =
    JSON.stringify(kept.map(([, { id }]) => id)) !==
    JSON.stringify(idsOf(b).filter((id) => kept.some(([one]) => one.id === id)));
  const found: readonly (readonly [DeskChangeKind, readonly string[] | boolean])[] = [
    ['model', a.model !== b.model],
    ['added', without(idsOf(b), idsOf(a))],
    ['removed', without(idsOf(a), idsOf(b))],
    ['order', isReordered],
    ['level', movedIn('level')],
    ['mute', movedIn('isMuted')],
    ['solo', [...without(before.solos, after.solos), ...without(after.solos, before.solos)]],
    ['cap', movedIn('maxExamples')],
    ['metric', movedIn('metric')],
    ['bus', differingKeys(a.buses, b.buses)],
    ['setting', differingKeys(a.settings, b.settings)],
    ['schedule', JSON.stringify(a.schedule ?? []) !== JSON.stringify(b.schedule ?? [])],
  ];
  return found.flatMap(([kind, what]): DeskChange[] => {
    if (typeof what === 'boolean') return what ? [{ kind, ids: [] }] : [];
    return what.length > 0 ? [{ kind, ids: what }] : [];
  });
}

const without = (ids: readonly string[], others: readonly string[]): readonly string[] =>
  ids.filter((id) => !others.includes(id));

type Values = Readonly<Record<string, unknown>>;

function differingKeys(a: Values, b: Values): readonly string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => a[key] !== b[key]);
}
