import { told } from '../../cli/told.ts';
import { AppError } from '../../src/core/errors.ts';

/** Message and hint of what a reader says about what it refuses. */
export async function refusalOf(read: () => Promise<unknown>): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof AppError) return told(error.info);
    throw error;
  }
  return 'it was read';
}
