import { settingsTable } from '../../src/core/settings/table.ts';
import { acceptedWords } from '../../src/words/en/accepted.ts';
import { levers } from '../../src/page/i18n/en/levers.ts';

/** One line a setting: its key, what it accepts and what it is called on the page. */
export function settingsHelp(): string {
  const width = Math.max(...Object.keys(settingsTable).map((key) => key.length));
  const labels = new Map(Object.entries(levers.rows).map(([key, { label }]) => [key, label]));
  return Object.entries(settingsTable)
    .map(([key, row]) => `  ${key.padEnd(width)}  ${labels.get(key)}: ${acceptedWords(row)}`)
    .join('\n');
}
