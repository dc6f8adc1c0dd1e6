import type { Channel } from './channel.svelte.ts';

/** Channels that share a skill, played by one fader. */
export interface Cluster {
  readonly name: string;
  readonly channels: readonly Channel[];
}

/** In order of first appearance. */
export function byCluster(channels: readonly Channel[]): Cluster[] {
  const names = [...new Set(channels.map(({ cluster }) => cluster))];
  return names.map((name) => ({
    name,
    channels: channels.filter(({ cluster }) => cluster === name),
  }));
}

/** The cluster that plays each channel: of a channel that is alone in its cluster there is none. */
export const busesOf = (clusters: readonly Cluster[]): ReadonlyMap<Channel, Cluster> =>
  new Map(
    clusters
      .filter(({ channels }) => channels.length > 1)
      .flatMap((cluster) => cluster.channels.map((channel) => [channel, cluster] as const)),
  );
