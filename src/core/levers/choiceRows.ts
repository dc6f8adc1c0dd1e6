import { choice, type SettingRows } from '../settingRows.ts';

/** An entry of a list that a lever chooses from. */
export interface Choosable {
  readonly name: string;
  /** The settings that it reads. */
  readonly rows: SettingRows;
}

/** The rows of a lever that chooses from a list: the choice, its first entry by default, and all entries' settings. */
export const choiceRows = (key: string, list: readonly Choosable[]): SettingRows => ({
  [key]: choice(
    list.map(({ name }) => name),
    list[0]!.name,
  ),
  ...Object.fromEntries(list.flatMap(({ rows }) => Object.entries(rows))),
});
