import { withoutLeaks } from './withoutLeaks.ts';

/** The ways to choose what is trained on; the first is the default. */
export const selectors = [withoutLeaks] as const;
