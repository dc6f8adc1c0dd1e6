/**
 * The five widths and heights at which the page changes its layout, as media conditions. Styles write
 * `@media (--phone)`, which the build replaces (`tools/build/breakpoints.ts`); scripts read them here.
 */
export const breakpoints = {
  /** One column; the transport at the thumb, strips lie on their side. */
  phone: 'max-width: 719px',
  /** One column. */
  narrow: 'max-width: 1023px',
  /** Too narrow for the whole desk in one window. */
  medium: 'max-width: 1199px',
  /** The bar takes two rows. */
  wide: 'max-width: 1439px',
  /** Too low for the whole desk in one window. */
  low: 'max-height: 859px',
} as const;
