/** The standard normal's. */
export const z975 = 1.959963984540054;

/**
 * The 97.5 % quantile of Student's t. Exact for one and two degrees of freedom; beyond that the expansion in
 * 1/df around the normal's (Abramowitz & Stegun 1964, 26.7.5), right to 0.2 % at three and far better above.
 * @param df degrees of freedom, at least 1
 */
export function t975(df: number): number {
  if (df === 1) return Math.tan(0.475 * Math.PI);
  if (df === 2) return 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
  const z = z975;
  return (
    z +
    (z ** 3 + z) / (4 * df) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * df ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92_160 * df ** 4)
  );
}
