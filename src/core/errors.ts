import type { ErrorValues } from './errorValues.ts';

/** The cases a person can act on; a closed list, so that every one has designed words. */
export type ErrorCode =
  | 'bad-file'
  | 'bad-setting'
  | 'download-failed'
  | 'engine-unavailable'
  | 'engine-failed'
  | 'model-mismatch'
  | 'nothing-to-train'
  | 'not-ready'
  | 'storage-failed'
  | 'internal';

export type ErrorKey = keyof ErrorValues;

/**
 * An error as plain data: Comlink drops the fields of thrown errors, so failures cross as values, which
 * each language words by their key.
 */
export type ErrorInfo = {
  readonly [K in ErrorKey]: {
    readonly code: ErrorCode;
    readonly key: K;
    readonly values: ErrorValues[K];
  };
}[ErrorKey];

/** A key and what it has to say. */
export type Fault = {
  readonly [K in ErrorKey]: readonly [key: K, values: ErrorValues[K]];
}[ErrorKey];

/** An error as values, thrown inside one thread and turned into ErrorInfo at its border. */
export class AppError extends Error {
  readonly info: ErrorInfo;

  constructor(code: ErrorCode, ...[key, values]: Fault) {
    // For a debugger only: what a person reads is worded from key and values.
    super(`${code}: ${key} ${JSON.stringify(values)}`);
    this.name = 'AppError';
    this.info = { code, key, values } as ErrorInfo;
  }
}

/** Any thrown value as ErrorInfo. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof AppError) return error.info;
  return { code: 'internal', key: 'internal', values: { cause: causeOf(error) } };
}

/** What any thrown value says of itself. */
export const causeOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What an error says: what was wrong and where, and what to do now. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

/** A language's words of each error; `label` is how a setting is called where they are shown. */
export type ErrorWords = {
  readonly [K in ErrorKey]: (
    values: ErrorValues[K],
    label: (setting: string) => string,
  ) => ErrorText;
};

/** An error in these words; settings go by their keys where there are no labels. */
export const errorText = (
  { key, values }: ErrorInfo,
  words: ErrorWords,
  label: (setting: string) => string = (setting) => setting,
): ErrorText =>
  (words[key] as (values: unknown, label: (setting: string) => string) => ErrorText)(values, label);

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorInfo };
