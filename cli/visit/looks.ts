/** Window sizes in CSS pixels. */
export const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
export type SizeName = keyof typeof sizes;

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
