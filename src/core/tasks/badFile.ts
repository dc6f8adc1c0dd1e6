import { AppError } from '../errors.ts';

/** A task file that can't be read: where, what was there, and what to write instead. */
export function badFile(fileName: string, where: string, what: string): AppError {
  return new AppError(
    'bad-file',
    `${fileName}: ${where}: ${what}`,
    'Nothing was changed. Mend the file and drop it again; docs/tasks.md shows the formats.',
  );
}
