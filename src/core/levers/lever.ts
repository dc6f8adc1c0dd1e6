import type { SettingRows } from '../settingRows.ts';

/** Where on the way from tasks to weights a lever acts, in this order: its group in the panel. */
export const stages = [
  'sampling',
  'rendering',
  'packing',
  'objective',
  'gradient',
  'optimizer',
  'scoring',
] as const;
export type Stage = (typeof stages)[number];

/** One decision of the lab; its rows are the only place that names its settings. */
export interface Lever<R extends SettingRows = SettingRows, K extends string = string> {
  readonly id: string;
  readonly stage: Stage;
  readonly rows: R;
  /** Settings that may move while a run is on: the change is an event. */
  readonly live: readonly K[];
  /** Key into docs/papers.md; null where the choice is nobody's in particular. */
  readonly paper: string | null;
}

/** A lever with the types of its rows kept. */
export const lever = <const R extends SettingRows, K extends keyof R & string>(
  parts: Lever<R, K>,
): Lever<R, K> => parts;
