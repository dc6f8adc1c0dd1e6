import { openDatabase } from '../store/database.ts';
import type { ChannelListing } from './channel.svelte.ts';

/** Tasks of own files between visits. Every method may reject: a private window has no database. */
export interface KeptTasks {
  all(): Promise<readonly ChannelListing[]>;
  keep(listing: ChannelListing): Promise<void>;
  forget(id: string): Promise<void>;
}

/** In the browser's database, each with its file. */
export const keptTasks: KeptTasks = {
  async all() {
    const found: unknown[] = await (await openDatabase()).getAll('ownTasks');
    return found.filter(isListing);
  },
  async keep(listing) {
    await (await openDatabase()).put('ownTasks', listing);
  },
  async forget(id) {
    await (await openDatabase()).delete('ownTasks', id);
  },
};

/** What an earlier version has left may be anything. */
function isListing(raw: unknown): raw is ChannelListing {
  if (typeof raw !== 'object' || raw === null) return false;
  const { id, name, cluster, metric, size, source } = raw as Partial<ChannelListing>;
  const areTexts = [id, name, cluster, metric].every((text) => typeof text === 'string');
  return (
    areTexts &&
    typeof size === 'number' &&
    ((source?.kind === 'file' && source.file instanceof Blob) ||
      (source?.kind === 'hub' && typeof source.name === 'string'))
  );
}
