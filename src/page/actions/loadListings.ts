import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { fetchListings } from '../state/datasets.ts';
import { loadTasks } from './loadTasks.ts';

/** Puts the built-in tasks on the desk, as listed; nothing else is downloaded yet. */
export async function loadListings(app: App): Promise<void> {
  const listings = await fetchListings(app.world.baseUrl);
  if (!listings.ok) {
    app.notices.error(listings.error, {
      label: t.desk.retry,
      run: () => void loadListings(app).then(() => loadTasks(app)),
    });
    return;
  }
  app.desk.bundles = listings.value.bundles;
  for (const listing of listings.value.tasks) app.desk.add(listing);
}
