import { lookUp } from '../lookUp.ts';
import { mean } from '../statistics/mean.ts';
import { meanReading, type TaskReading } from './taskReadings.ts';

/** The one number of a desk: mean scores, 0–100, over its trained tasks, each with the same weight. */
export interface MasterReading extends Omit<TaskReading, 'loss'> {
  /** Mean chance level of the same tasks; null unless it is known of all of them. */
  readonly chance: number | null;
  /** Tasks that have a score. */
  readonly tasks: number;
}

/**
 * Over the trained tasks that have a score; the interval is for these very tasks, over all examples like those
 * that were scored.
 * @param chanceByTask what is scored without understanding, 0–100, as far as it is known
 */
export function masterReading(
  readings: Readonly<Record<string, TaskReading>>,
  trained: ReadonlySet<string>,
  chanceByTask: Readonly<Record<string, number>>,
): MasterReading {
  const scored = [...trained].flatMap((id) => {
    const reading = lookUp(readings, id);
    return reading && reading.score !== null ? [{ id, reading }] : [];
  });
  const chances = scored.flatMap(({ id }) => lookUp(chanceByTask, id) ?? []);
  const isKnown = scored.length > 0 && chances.length === scored.length;
  return {
    ...meanReading(scored.map(({ reading }) => reading)),
    chance: isKnown ? mean(chances) : null,
    tasks: scored.length,
  };
}
