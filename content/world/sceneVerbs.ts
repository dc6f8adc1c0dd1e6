/** What people do with a thing that is somewhere then. */
export const puttingVerbs: readonly string[] = ['put', 'left', 'hid', 'forgot'];

/** What people do where they are. */
export const stayingVerbs: readonly string[] =
  'was, waited, sat, played, sang, worked, stood, slept, danced'.split(', ');
