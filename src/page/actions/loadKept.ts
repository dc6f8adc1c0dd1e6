import type { App } from '../state/createApp.ts';

/** Own files of earlier visits back into the library; without a database there are none. */
export async function loadKept({ world, library }: App): Promise<void> {
  const kept = await world.keptTasks.all().catch(() => []);
  for (const listing of kept) library.put(listing).isKept = true;
}
