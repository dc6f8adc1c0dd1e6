import type { SettingRow, SettingValue } from '../settingRows.ts';

/** What a row accepts, in words: "a whole number from 1 to 256". */
export function acceptedBy(row: SettingRow): string {
  switch (row.kind) {
    case 'number':
      return `${row.isInteger ? 'a whole number' : 'a number'} from ${row.min} to ${row.max}`;
    case 'flag':
      return 'true or false';
    case 'choice':
      return `one of ${row.choices.join(', ')}`;
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
