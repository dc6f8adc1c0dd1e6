import { counted } from './counted.ts';

/** The first three of several names, and how many more there are. */
export const listed = (names: readonly string[]): string =>
  names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${counted(names.length - 3, 'more', 'more')}`;
