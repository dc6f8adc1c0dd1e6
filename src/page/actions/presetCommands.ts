import type { PresetWords } from '../../core/desk/preset.ts';
import { spoken } from '../i18n/spoken.svelte.ts';
import type { App } from '../state/createApp.ts';
import { wordsOf } from '../state/presets.svelte.ts';
import { choosePreset } from './choosePreset.ts';

/** A preset that can be asked for by its name. */
export interface PresetCommand extends PresetWords {
  readonly id: string;
  /** The desk was set from it. */
  readonly isChosen: boolean;
  readonly run: () => Promise<void>;
}

/**
 * All presets for the palette and the menu, the shipped ones first; what they do is what a press in their own list does.
 * None where a link hides the choice of tasks.
 */
export const presetCommands = (app: App): PresetCommand[] =>
  app.hidden.has('tasks')
    ? []
    : app.presets.all.map((preset) => ({
        ...wordsOf(preset, spoken.language.tag),
        id: preset.id,
        isChosen: preset === app.presets.chosen,
        run: () => choosePreset(app, preset),
      }));
