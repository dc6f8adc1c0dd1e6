import type { Command } from '../state/command.ts';
import type { App } from '../state/createApp.ts';
import { isSingleKey, matchesKey, type Pressed } from '../state/keys.svelte.ts';
import { offeredCommands } from './commands.ts';

/** Where the focus is, as far as shortcuts care. */
export interface FocusPlace {
  /** Letters are written there, or choose from a list. */
  readonly isTyping: boolean;
  /** Space presses it. */
  readonly isPressable: boolean;
}

/** Runs the command that this key stands for. False where it stands for none here and now: the key is not ours. */
export function pressKey(app: App, pressed: Pressed, place: FocusPlace): boolean {
  if (app.panels.open !== null || app.question.shown !== null) return false;
  const command = offeredCommands(app).find((one) => isMeant(one, app, pressed, place));
  if (!command || command.isEnabled?.(app) === false) return false;
  void command.run(app);
  return true;
}

function isMeant(
  { id, keys = [] }: Command,
  app: App,
  pressed: Pressed,
  place: FocusPlace,
): boolean {
  const key = keys.find((one) => matchesKey(pressed, one));
  if (key === undefined) return false;
  if (id === 'palette') return true;
  if (place.isTyping) return false;
  if (isSingleKey(key) && !app.keys.areOn) return false;
  return key !== 'Space' || !place.isPressable;
}
