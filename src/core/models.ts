/** The shipped base models (public/models), smallest first. */
export const modelNames = ['nano', 'mini', 'small'] as const;
export type ModelName = (typeof modelNames)[number];
