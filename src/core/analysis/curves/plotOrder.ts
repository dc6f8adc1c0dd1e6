import { mean } from '../../statistics/mean.ts';
import type { RunColumns } from './runColumns.ts';

/** In which order plots stand: as on the desk, by what was gained, by score, by loss, by name. */
export const plotOrders = ['desk', 'gain', 'score', 'loss', 'name'] as const;
export type PlotOrder = (typeof plotOrders)[number];

/** What is put in order. */
export interface OrderedSubject {
  readonly name: string;
  readonly members: readonly string[];
}

/** The subjects in this order, the best first; those without a value come last, as they stood. */
export function inOrder<S extends OrderedSubject>(
  subjects: readonly S[],
  order: PlotOrder,
  columns: RunColumns | null,
): readonly S[] {
  if (order === 'desk') return subjects;
  if (order === 'name') return [...subjects].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!columns) return subjects;
  const worth = subjects.map((subject) => ({ subject, value: worthOf(subject, order, columns) }));
  const known = worth.filter(({ value }) => value !== null);
  const unknown = worth.filter(({ value }) => value === null);
  known.sort((a, b) => b.value! - a.value!);
  return [...known, ...unknown].map(({ subject }) => subject);
}

/** Higher is better; null where nothing was measured. */
function worthOf(
  { members }: OrderedSubject,
  order: 'gain' | 'score' | 'loss',
  columns: RunColumns,
): number | null {
  const column = order === 'loss' ? 'loss' : 'score';
  const own = members.map((id) => valuesOf(columns, column, id));
  const values = own.flatMap(([first, last]) => {
    if (last === undefined) return [];
    return order === 'gain' ? last - first! : order === 'loss' ? -last : last;
  });
  return values.length > 0 ? mean(values) : null;
}

/** First and last value of a task's validations. */
function valuesOf({ taskIds, validations }: RunColumns, column: string, id: string) {
  const index = taskIds.indexOf(id);
  if (index < 0) return [undefined, undefined] as const;
  const values = validations.column(column, index).filter((value) => !Number.isNaN(value));
  return [values[0], values.at(-1)] as const;
}
