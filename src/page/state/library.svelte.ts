import { Channel, type ChannelListing } from './channel.svelte.ts';
import type { TaskBundle } from './datasets.ts';

/** Every task that can be put on the desk: the built-in ones in the order of their list, then own files. */
export class Library {
  tasks = $state.raw<readonly Channel[]>([]);
  /** Files of built-in tasks that travel compressed. */
  bundles: readonly TaskBundle[] = [];
  readonly #byId: ReadonlyMap<string, Channel> = $derived(
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    new Map(this.tasks.map((task) => [task.id, task])),
  );

  find(id: string): Channel | undefined {
    return this.#byId.get(id);
  }

  /** Tasks as listed, all at once; what is there already under one of their ids keeps its place. */
  list(listings: readonly ChannelListing[]): void {
    const added = listings.filter(({ id }) => !this.find(id));
    const listed = added.map((listing) => new Channel(listing));
    this.tasks = [...listed, ...this.tasks];
  }

  /** One task more, in the place of the one that has its id. */
  put(listing: ChannelListing): Channel {
    const task = new Channel(listing);
    this.tasks = [...this.tasks.filter(({ id }) => id !== listing.id), task];
    return task;
  }

  remove(id: string): void {
    this.tasks = this.tasks.filter((task) => task.id !== id);
  }
}
