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
  | 'internal';

/** An error as plain data: Comlink drops the fields of thrown errors, so failures cross as values. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  /** What was wrong and where: got, wanted, the line or key at fault. */
  readonly message: string;
  /** What to do now. */
  readonly hint: string;
  /** Key of the setting at fault, as the message names it; where it is shown, its label stands for it. */
  readonly setting?: string;
}

/** An error with a code and a hint, thrown inside one thread and turned into ErrorInfo at its border. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint: string,
    readonly setting?: string,
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** Any thrown value as ErrorInfo. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof AppError) {
    const { code, message, hint, setting } = error;
    return { code, message, hint, ...(setting !== undefined && { setting }) };
  }
  return {
    code: 'internal',
    message: error instanceof Error ? error.message : String(error),
    hint: 'This is a fault in Mixdesk. Reload the page; if it returns, report it with these words.',
  };
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorInfo };
