/** What words that mean nothing are made of: 'daxto'. */
export const syllables: readonly string[] =
  'bli, dax, wug, to, mip, zor, fen, ka, lu, pim, ra, sol, tik, vo'.split(', ');
