import type { Accepted, SettingRow, SettingValue } from '../settingRows.ts';

/** What a row accepts, without its default. */
export function acceptedBy(row: SettingRow): Accepted {
  switch (row.kind) {
    case 'number': {
      const { kind, min, max, isInteger } = row;
      return { kind, min, max, isInteger };
    }
    case 'flag':
      return { kind: row.kind };
    case 'choice':
      return { kind: row.kind, choices: row.choices };
  }
}

export function isValueOf(row: SettingRow, value: unknown): value is SettingValue {
  switch (row.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= row.min &&
        value <= row.max &&
        (!row.isInteger || Number.isInteger(value))
      );
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && row.choices.includes(value);
  }
}
