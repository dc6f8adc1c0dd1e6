import { AppError } from '../errors.ts';
import type { SettingRows, SettingValue, ValuesOf } from '../settingRows.ts';
import { parseSettingText } from './parse.ts';

const prefix = 'set.';

/** What a link asks for: `?set.learningRate=0.004&set.strategy=equal`. */
export interface LinkedSettings<R extends SettingRows> {
  readonly values: Partial<ValuesOf<R>>;
  /** What was wrong, one each; it takes none of the others with it. */
  readonly errors: readonly AppError[];
}

/** The settings in the parameters of an address. */
export function settingsFromLink<R extends SettingRows>(
  table: R,
  parameters: Iterable<readonly [name: string, text: string]>,
): LinkedSettings<R> {
  const values: Record<string, SettingValue> = {};
  const errors: AppError[] = [];
  for (const [name, text] of parameters) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    try {
      values[key] = parseSettingText(table, key, text);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push(error);
    }
  }
  return { values: values as Partial<ValuesOf<R>>, errors };
}
