/** What stands where a number should. */
export const numbers = { notANumber: 'not a number' };
