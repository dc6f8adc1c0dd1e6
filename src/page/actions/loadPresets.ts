import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { fetchPresets } from '../state/fetchPresets.ts';
import { loadTasks } from './loadTasks.ts';

/** The presets; where an earlier visit has left no desk, the first of them is put on it. */
export async function loadPresets(app: App): Promise<void> {
  const { world, desk, presets, notices } = app;
  const fetched = await fetchPresets(world.baseUrl);
  if (!fetched.ok) {
    notices.error(fetched.error, {
      label: t.desk.retry,
      run: () => void loadPresets(app).then(() => loadTasks(app)),
    });
    return;
  }
  presets.shipped = fetched.value;
  const [first] = fetched.value;
  if (!first || desk.isRemembered) return;
  desk.openWith(first.desk);
  presets.choose(first);
  desk.placeAbsent();
}
