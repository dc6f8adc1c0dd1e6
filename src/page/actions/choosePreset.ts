import type { Preset } from '../../core/desk/preset.ts';
import { spoken } from '../i18n/spoken.svelte.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { wordsOf } from '../state/presets.svelte.ts';
import { stop } from './stop.ts';
import { useDesk } from './useDesk.ts';

/** Puts a preset on the desk. A run that is on would play on without its tasks, so it is stopped first, if it may be. */
export async function choosePreset(app: App, preset: Preset): Promise<void> {
  if (!(await mayEndRun(app, preset))) return;
  const { presets } = app;
  const before = presets.chosen;
  // Said at once: what it needs may be on its way for seconds.
  presets.choose(preset);
  if (!(await useDesk(app, preset.desk))) presets.choose(before);
}

async function mayEndRun(app: App, preset: Preset): Promise<boolean> {
  const { transport, question } = app;
  if (!transport.isBusy) return true;
  const { name } = wordsOf(preset, spoken.language.tag);
  if (!(await question.ask(t.presets.stopFirst(name)))) return false;
  const { running } = transport;
  await stop(app);
  // A run that the worker never got has ended with the press.
  if (transport.isBusy) await running?.ended;
  return true;
}
