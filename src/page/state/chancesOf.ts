import type { Channel } from './channel.svelte.ts';

/** What is scored without understanding, 0–100, by task id, as far as it is known. */
export const chancesOf = (channels: readonly Channel[]): Readonly<Record<string, number>> =>
  Object.fromEntries(channels.flatMap(({ id, chance }) => (chance === null ? [] : [[id, chance]])));
