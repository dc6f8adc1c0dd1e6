import { AppError } from '../src/core/errors.ts';
import { told } from '../cli/told.ts';

/** The same call, throwing what a terminal would say of its error. */
export const inWords =
  <T>(call: () => T): (() => T) =>
  () => {
    try {
      return call();
    } catch (error) {
      return rethrowInWords(error);
    }
  };

/** Throws an AppError as an error whose message is its English words; anything else as it is. */
export function rethrowInWords(error: unknown): never {
  throw error instanceof AppError ? new Error(told(error.info)) : error;
}
