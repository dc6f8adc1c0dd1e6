/** What the browser says of the room that this site has. */
export interface StorageRoom {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** Whether the browser promises to keep it where disk space grows scarce. */
  readonly isPersistent: boolean;
}

/** Null where the browser does not tell. */
export async function storageRoom(): Promise<StorageRoom | null> {
  // Absent where the address is not secure.
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage) return null;
  const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
    storage.estimate(),
    storage.persisted(),
  ]);
  return { usedBytes: usage, quotaBytes: quota, isPersistent };
}

/** Whether the browser promises not to clear the site's storage by itself; may ask the visitor. */
export const askToPersist = async (): Promise<boolean> =>
  (await (navigator.storage as StorageManager | undefined)?.persist()) ?? false;
