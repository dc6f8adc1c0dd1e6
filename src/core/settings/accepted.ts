import type { Accepted, NumberRow, SettingRow, SettingValue } from '../settingRows.ts';

/** What a row accepts, without its default. */
export function acceptedBy(row: SettingRow): Accepted {
  switch (row.kind) {
    case 'number': {
      const { kind, min, max, isInteger, hasAuto = false } = row;
      return { kind, min, max, isInteger, hasAuto };
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
      return (row.hasAuto === true && value === 'auto') || isNumberOf(row, value);
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && row.choices.includes(value);
  }
}

const isNumberOf = ({ min, max, isInteger }: NumberRow, value: unknown): boolean =>
  typeof value === 'number' &&
  value >= min &&
  value <= max &&
  (!isInteger || Number.isInteger(value));
