/** The time as runs are dated: ISO 8601, in UTC. */
export const timeNow = (): string => new Date().toISOString();
