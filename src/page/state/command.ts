import type { Texts } from '../i18n/en/index.ts';
import type { App } from './createApp.ts';
import type { ControlGroup } from './hiddenControls.svelte.ts';

export type CommandId = keyof Texts['commands']['names'];
export const commandGroups = ['run', 'desk', 'view', 'look', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that can be asked of the page by its name, by a key or from a menu; its words stand in `i18n`. */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** Ways to press it, as `matchesKey` reads them; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Stands in the menu of the header too. */
  readonly isInMenu?: boolean;
  readonly run: (app: App) => unknown;
  /** Out of sight, and without its keys, where a link hides these controls. */
  readonly hiddenWith?: ControlGroup;
  /** Whether it means something now; always, where this is missing. */
  readonly isEnabled?: (app: App) => boolean;
  /** Of a switch: how it stands. */
  readonly isOn?: (app: App) => boolean;
}
