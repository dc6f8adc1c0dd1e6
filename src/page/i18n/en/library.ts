import { listed } from './listed.ts';

/** The library of tasks, and what comes from it onto the desk. */
export const library = {
  added: (names: readonly string[]) => `Put on the desk: ${listed(names)}.`,
  absent: (ids: readonly string[]) => `Not in the library: ${listed(ids)}.`,
  absentHelp:
    'Files that you dropped are not kept over a reload. Drop them again and they take their places.',
  forget: 'Go on without',
};
