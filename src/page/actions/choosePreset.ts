import type { Preset } from '../../core/desk/preset.ts';
import type { App } from '../state/createApp.ts';
import { useDesk } from './useDesk.ts';

/** Puts a preset on the desk. */
export async function choosePreset(app: App, preset: Preset): Promise<void> {
  if (await useDesk(app, preset.desk)) app.presets.choose(preset);
}
