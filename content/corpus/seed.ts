/** The published corpus is documents 0, 1, 2, … of this seed. */
export const corpusSeed = 'mixdesk';
/** Held-out documents come from indices that training never reaches. */
export const heldOutStart = 1_000_000_000;
