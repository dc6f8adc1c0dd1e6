import type { Texts } from '../../src/page/i18n/en/index.ts';

/** Texts of a toy language: every one of these, and all that their functions say, changed. */
export function changedTexts(texts: Texts, change: (text: string) => string): Texts {
  return changed(texts, change) as Texts;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    const worded = value as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => changed(worded(...values), change);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one, change)]));
}
