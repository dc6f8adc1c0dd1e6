/**
 * The widths and heights at which the page changes its layout, as media conditions. Styles write
 * `@media (--phone)`, which the build replaces (`tools/build/breakpoints.ts`); scripts read them here.
 */
export const breakpoints = {
  /** One section at a time; the transport at the thumb, strips lie on their side. */
  phone: 'max-width: 719px',
  /** Curves and answers take turns above the strips. */
  narrow: 'max-width: 1023px',
  /** The header takes two rows. */
  medium: 'max-width: 1199px',
  /** Everything is on the screen, close together. */
  short: 'max-height: 759px',
  /** Too low for the whole desk in one window: the page scrolls. */
  low: 'max-height: 599px',
  /** Hardly any height, as of a page at 200 %: no bar stays in view. */
  flat: 'max-height: 479px',
} as const;
