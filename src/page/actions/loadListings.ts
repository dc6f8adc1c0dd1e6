import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { fetchListings } from '../state/datasets.ts';
import { loadTasks } from './loadTasks.ts';

/** Fills the library with the built-in tasks, as listed; what should be on the desk finds its place. */
export async function loadListings(app: App): Promise<void> {
  const listings = await fetchListings(app.world.baseUrl);
  if (!listings.ok) {
    app.notices.error(listings.error, {
      label: t.desk.retry,
      run: () => void loadListings(app).then(() => loadTasks(app)),
    });
    return;
  }
  app.library.bundles = listings.value.bundles;
  app.library.list(listings.value.tasks);
  app.desk.placeAbsent();
}
