import { levers } from '../levers/index.ts';
import type { Lever } from '../levers/lever.ts';
import type { ModelSize } from '../models.ts';
import type { AllRows, SettingRow, SettingRows, SettingValue, ValuesOf } from '../settingRows.ts';

/** The rows of these levers as one table, in their order. */
export const tableOf = (list: readonly Lever[]): SettingRows =>
  Object.fromEntries(list.flatMap(({ rows }) => Object.entries(rows)));

type Rows = AllRows<(typeof levers)[number]['rows']>;

/** The run settings: the rows of all levers. Controls, validation, link and command line follow. */
export const settingsTable = tableOf(levers) as Rows;

export type SettingKey = keyof Rows;
export type Settings = ValuesOf<Rows>;

/** The settings of a lever of the list, in its order. */
export const settingKeysOf = ({ rows }: (typeof levers)[number]): SettingKey[] =>
  Object.keys(rows) as SettingKey[];

/** Settings that may move while a run is on. */
export const liveKeys: readonly SettingKey[] = levers.flatMap(
  ({ live }): readonly SettingKey[] => live,
);

/** Each row's default for a model of this size. */
export const defaultsOf = (table: SettingRows, size: ModelSize): Record<string, SettingValue> =>
  Object.fromEntries(Object.entries(table).map(([key, row]) => [key, defaultOf(row, size)]));

export const defaultSettings = (size: ModelSize): Settings =>
  defaultsOf(settingsTable, size) as Settings;

const defaultOf = (row: SettingRow, size: ModelSize): SettingValue =>
  typeof row.default === 'function' ? row.default(size) : row.default;
