import type { ModelSize } from './models.ts';

/** One numeric setting. */
export interface NumberRow {
  readonly kind: 'number';
  /** A number, a rule by the model's size, or 'auto'. */
  readonly default: number | 'auto' | ((size: ModelSize) => number);
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
  /** True where 'auto' leaves the number to what reads it. */
  readonly hasAuto?: boolean;
}

/** A numeric setting that may be left to what reads it. */
export interface AutoRow extends NumberRow {
  readonly hasAuto: true;
}

/** One setting that is on or off. */
export interface FlagRow {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** One setting with named choices. */
export interface ChoiceRow<T extends string = string> {
  readonly kind: 'choice';
  readonly default: T;
  readonly choices: readonly T[];
}

export type SettingRow = NumberRow | FlagRow | ChoiceRow;
/** What a row accepts, as plain data. */
export type Accepted =
  Omit<NumberRow, 'default'> | Omit<FlagRow, 'default'> | Omit<ChoiceRow, 'default'>;

export type SettingRows = Readonly<Record<string, SettingRow>>;
export type SettingValue = number | boolean | string;

/** What a setting of this row may be. */
export type ValueOf<R extends SettingRow> =
  R extends ChoiceRow<infer T>
    ? T
    : R extends FlagRow
      ? boolean
      : R extends AutoRow
        ? number | 'auto'
        : number;
/** A value for each row. */
export type ValuesOf<R extends SettingRows> = { readonly [K in keyof R]: ValueOf<R[K]> };

type Range = readonly [min: number, fallback: NumberRow['default'], max: number];

export const number = ([min, fallback, max]: Range): NumberRow => ({
  kind: 'number',
  min,
  default: fallback,
  max,
  isInteger: false,
});

export const integer = (range: Range): NumberRow => ({ ...number(range), isInteger: true });

/** A whole number in this range, or 'auto', which is the default. */
export const integerOrAuto = (min: number, max: number): AutoRow => ({
  ...integer([min, 'auto', max]),
  hasAuto: true,
});

export const flag = (fallback: boolean): FlagRow => ({ kind: 'flag', default: fallback });

export const choice = <T extends string>(
  choices: readonly T[],
  fallback: NoInfer<T>,
): ChoiceRow<T> => ({ kind: 'choice', choices, default: fallback });

/** False for a choice of one: there is nothing to ask. */
export const isAsked = (row: SettingRow): boolean =>
  row.kind !== 'choice' || row.choices.length > 1;

/** The rows of several lists as one type: A | B becomes A & B. */
export type AllRows<R> = (R extends unknown ? (rows: R) => void : never) extends (
  rows: infer I extends SettingRows,
) => void
  ? { readonly [K in keyof I]: I[K] }
  : never;
