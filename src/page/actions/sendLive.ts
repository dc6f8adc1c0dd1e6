import { liveKeys } from '../../core/settings/table.ts';
import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** Faders and live settings that were moved during a run reach it; those that it has already stay unsaid. */
export async function sendLive(app: App): Promise<void> {
  const { engine, desk, transport } = app;
  const { api } = engine;
  if (transport.phase !== 'sent' || !api) return;
  const levels = JSON.stringify(desk.levels);
  if (desk.hasMix && levels !== transport.levelsInUse) {
    transport.levelsInUse = levels;
    tell(app, await api.setChannels(desk.levels));
  }
  for (const key of liveKeys) {
    const value = desk.settings[key];
    if (value === transport.settingsInUse?.[key]) continue;
    transport.settingsInUse = { ...desk.settings, ...transport.settingsInUse, [key]: value };
    tell(app, await api.changeSetting(key, value));
  }
}
