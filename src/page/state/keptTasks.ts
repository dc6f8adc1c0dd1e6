import type { ChannelListing } from './channel.svelte.ts';

/** Tasks of own files between visits. Every method may reject: a private window has no database. */
export interface KeptTasks {
  all(): Promise<readonly ChannelListing[]>;
  keep(listing: ChannelListing): Promise<void>;
  forget(id: string): Promise<void>;
}

const [databaseName, storeName] = ['mixdesk', 'ownTasks'];

/** In the browser's database, each with its file. */
export const keptTasks: KeptTasks = {
  async all() {
    const found = await within<unknown[]>('readonly', (store) => store.getAll());
    return found.filter(isListing);
  },
  keep: (listing) => within('readwrite', (store) => store.put(listing)).then(() => undefined),
  forget: (id) => within('readwrite', (store) => store.delete(id)).then(() => undefined),
};

async function within<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await opened();
  try {
    return await answer<T>(ask(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
  return answer(request);
}

const answer = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error());
  });

/** What an earlier version has left may be anything. */
function isListing(raw: unknown): raw is ChannelListing {
  if (typeof raw !== 'object' || raw === null) return false;
  const { id, name, cluster, metric, size, source } = raw as Partial<ChannelListing>;
  const areTexts = [id, name, cluster, metric].every((text) => typeof text === 'string');
  return (
    areTexts && typeof size === 'number' && source?.kind === 'file' && source.file instanceof Blob
  );
}
