import type { Stage } from '../../core/levers/lever.ts';
import type { ChoiceRow, SettingRow, SettingRows } from '../../core/settingRows.ts';
import type { settingsTable } from '../../core/settings/table.ts';

/** What a person reads of one setting. */
export interface SettingWords {
  readonly label: string;
  /** Behind the label; '' where a number has none. */
  readonly unit?: string;
  readonly help: string;
  readonly choices?: Readonly<Record<string, string>>;
}

type WordsOf<R extends SettingRow> =
  R extends ChoiceRow<infer T>
    ? SettingWords & { readonly choices: Readonly<Record<T, string>> }
    : SettingWords;
type WordsOfAll<R extends SettingRows> = { readonly [K in keyof R]: WordsOf<R[K]> };

/** Settings and their groups by key. A setting without words doesn't compile. */
export interface LeverWords {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly rows: WordsOfAll<typeof settingsTable>;
}
