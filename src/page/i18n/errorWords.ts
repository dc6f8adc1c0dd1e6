import { errorText, type ErrorInfo, type ErrorText } from '../../core/errors.ts';
import { lookUp } from '../../core/lookUp.ts';
import { t } from './texts.ts';

/** What was wrong and what to do, in the language in use; settings by their labels. */
export const errorWords = (error: ErrorInfo): ErrorText => errorText(error, t.errors, labelOf);

const labelOf = (setting: string): string => lookUp(t.settings.rows, setting)?.label ?? setting;
