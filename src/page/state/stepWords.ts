import { deskChanges, type DeskChange, type DeskState } from '../../core/desk/deskChange.ts';
import { lookUp } from '../../core/lookUp.ts';
import { nMovesOf } from '../../core/schedule/editSchedule.ts';
import { clusterName, taskName } from '../i18n/names.ts';
import { t } from '../i18n/texts.ts';
import type { HistoryStep } from './history.svelte.ts';
import type { Library } from './library.svelte.ts';

/** What a step did, in a few words: "fader of Find the people". */
export function stepWords(step: HistoryStep<DeskState>, library: Pick<Library, 'find'>): string {
  const changes = deskChanges(step.before, step.after);
  const [first] = changes;
  if (!first) return '';
  // Who takes hold of a fader under a computed strategy moves that strategy too.
  const hand = changes.find(({ kind }) => kind === 'level' || kind === 'bus');
  const isTakeOver = hand && changes.every(({ kind }) => taken.includes(kind));
  if (changes.length > 1 && !isTakeOver) return t.history.several;
  const told = hand ?? first;
  return t.history.steps[told.kind](told.ids.map((id) => nameOf(told, id, library)));
}

const taken: readonly DeskChange['kind'][] = ['level', 'bus', 'setting'];

function nameOf({ kind }: DeskChange, id: string, library: Pick<Library, 'find'>): string {
  if (kind === 'setting') return lookUp(t.settings.rows, id)?.label ?? id;
  if (kind === 'bus') return clusterName(id);
  return library.find(id)?.name ?? taskName(id, id);
}

/** What slides between two desks, where only one thing does: a fader, a bus. */
export function slideBetween(before: DeskState, after: DeskState): string | null {
  const changes = deskChanges(before, after);
  const [only] = changes;
  if (!only || changes.length > 1) return null;
  if (only.kind === 'schedule') return isNudge(before, after) ? 'schedule' : null;
  return only.kind === 'level' || only.kind === 'bus' ? `${only.kind} ${only.ids.join(' ')}` : null;
}

/** Whether the schedule has as many moves as before: then points were moved, none put or taken away. */
const isNudge = (before: DeskState, after: DeskState): boolean =>
  nMovesOf(before.setup.schedule ?? []) === nMovesOf(after.setup.schedule ?? []);
