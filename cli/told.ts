import { AppError, causeOf, type ErrorInfo } from '../src/core/errors.ts';
import { errorInEnglish } from '../src/words/en/errors/index.ts';

/** An error on one line of a terminal: what was wrong, and what to do. */
export function told(error: ErrorInfo): string {
  const { message, hint } = errorInEnglish(error);
  return `${message}${message.endsWith('.') ? '' : '.'} ${hint}`;
}

/** Anything thrown, for a terminal. */
export const toldOfThrown = (error: unknown): string =>
  error instanceof AppError ? told(error.info) : causeOf(error);
