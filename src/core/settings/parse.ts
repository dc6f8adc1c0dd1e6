import { AppError } from '../errors.ts';
import { lookUp } from '../lookUp.ts';
import type { ModelSize } from '../models.ts';
import type { SettingRow, SettingRows, SettingValue, ValuesOf } from '../settingRows.ts';
import { acceptedBy, isValueOf } from './accepted.ts';
import { liftSettings } from './lift.ts';
import { defaultsOf, type Settings, settingsTable } from './table.ts';

/**
 * Settings from outside, such as a configuration: unknown keys, wrong types and values out of range
 * are refused by name; missing keys take the default for a model of this size.
 * @throws AppError 'bad-setting'.
 */
export const parseSettings = (raw: unknown, size: ModelSize): Settings =>
  parseRows(settingsTable, raw, size);

/** As `parseSettings`, for any table. */
export function parseRows<R extends SettingRows>(
  table: R,
  raw: unknown,
  size: ModelSize,
): ValuesOf<R> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new AppError('bad-setting', 'settingsNoObject', { got: JSON.stringify(raw) });
  }
  const given = liftSettings({ ...raw });
  for (const [key, value] of Object.entries(given)) checkSetting(table, key, value);
  return { ...defaultsOf(table, size), ...given } as ValuesOf<R>;
}

/** @throws AppError 'bad-setting' for a key that is not in the table or a value that its row refuses. */
export function checkSetting(table: SettingRows, key: string, value: unknown): void {
  const row = rowOf(table, key);
  if (isValueOf(row, value)) return;
  throw badValue(key, JSON.stringify(value), row);
}

/**
 * A setting written as text, as on a command line or in a link: `0.004`, `true`, `equal`.
 * @throws AppError 'bad-setting'.
 */
export function parseSettingText(table: SettingRows, key: string, text: string): SettingValue {
  const row = rowOf(table, key);
  const value = valueOfText(row, text.trim());
  if (isValueOf(row, value)) return value;
  throw badValue(key, JSON.stringify(text), row);
}

function rowOf(table: SettingRows, key: string): SettingRow {
  const row = lookUp(table, key);
  if (row) return row;
  throw new AppError('bad-setting', 'unknownSetting', { setting: key, known: Object.keys(table) });
}

function valueOfText(row: SettingRow, text: string): unknown {
  if (row.kind === 'number' && text === 'auto') return text;
  if (row.kind === 'number') return text === '' ? Number.NaN : Number(text);
  if (row.kind === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

const badValue = (key: string, got: string, row: SettingRow): AppError =>
  new AppError('bad-setting', 'badSetting', { setting: key, got, accepted: acceptedBy(row) });
