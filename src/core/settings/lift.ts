import { lookUp } from '../lookUp.ts';
import type { SettingRows, SettingValue, ValuesOf } from '../settingRows.ts';
import { isValueOf } from './accepted.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What changed in the table, oldest first: entry v lifts settings of version v to v + 1. An entry
 * leaves alone what is of a later version already, for files that say no version.
 */
const lifts: readonly ((values: Values) => Values)[] = [
  // 0 → 1: yes/no was written as 1/0.
  ({ trainEmbeddings: asked, ...others }) => {
    if (asked === undefined) return others;
    return { ...others, trainEmbeddings: asked === 0 || asked === 1 ? asked === 1 : asked };
  },
];

export const settingsVersion = lifts.length;

/** Settings of an older version in today's words; what has no place today is still in them. */
export const liftSettings = (values: Values, version = 0): Values =>
  lifts.slice(version).reduce((lifted, lift) => lift(lifted), values);

/** Settings as stored between visits. */
export interface StoredSettings<V> {
  readonly version: number;
  readonly values: V;
}

export const storedSettings = <V>(values: V): StoredSettings<V> => ({
  version: settingsVersion,
  values,
});

/**
 * What a table still accepts of stored settings: a key that is gone or a value out of range is left
 * out and takes none of the others with it. Storage without a version is version 0.
 */
export function restoreRows<R extends SettingRows>(table: R, raw: unknown): Partial<ValuesOf<R>> {
  const { version, values } = asStored(raw);
  const kept: Record<string, SettingValue> = {};
  for (const [key, value] of Object.entries(liftSettings(values, version))) {
    const row = lookUp(table, key);
    if (row && isValueOf(row, value)) kept[key] = value;
  }
  return kept as Partial<ValuesOf<R>>;
}

function asStored(raw: unknown): StoredSettings<Values> {
  if (!isRecord(raw)) return { version: settingsVersion, values: {} };
  const { version, values } = raw;
  const isStored = typeof version === 'number' && isRecord(values);
  return isStored ? { version, values } : { version: 0, values: raw };
}

const isRecord = (raw: unknown): raw is Values =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
