import type { Grade } from './review.ts';

/** What can be said of anything: 'the food was …'. */
export const judgingWords: Readonly<Record<Grade, readonly string[]>> = {
  [-2]: ['awful', 'terrible', 'horrible', 'very bad', 'a complete mess'],
  [-1]: ['not so nice', 'a bit old', 'rather bad', 'not very good', 'a bit dull'],
  [1]: ['good', 'nice', 'fine', 'quite good', 'rather nice'],
  [2]: ['wonderful', 'perfect', 'amazing', 'very good', 'excellent'],
};
