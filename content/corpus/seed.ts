/** The published corpus is documents 0, 1, 2, … of this seed. */
export const corpusSeed = 'mixdesk';
