import type { ErrorInfo } from '../../core/errors.ts';
import { lookUp } from '../../core/lookUp.ts';
import { t } from './texts.ts';

/** What was wrong, in the words of the page: a setting by its label, where the worker names it by its key. */
export function errorWords({ message, setting }: ErrorInfo): string {
  const label = setting === undefined ? undefined : lookUp(t.settings.rows, setting)?.label;
  if (setting === undefined || label === undefined) return message;
  return message.replace(`settings.${setting}`, setting).replace(setting, label);
}
