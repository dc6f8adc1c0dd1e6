import type { Command } from '../state/command.ts';
import type { App } from '../state/createApp.ts';
import { groupOfView } from '../state/hiddenControls.svelte.ts';
import { addressOf, viewNames } from '../state/view.svelte.ts';
import { canPressMain } from './canPressMain.ts';
import { copyLink } from './copyLink.ts';
import { canExportRun, exportRun } from './exportRun.ts';
import { exportDesk } from './keepPreset.ts';
import { newSeed } from './newSeed.ts';
import { pressMain } from './pressMain.ts';
import { canSaveBest, canSaveWeights, saveWeights } from './saveWeights.ts';
import { stepOnce } from './stepOnce.ts';
import { stop } from './stop.ts';
import { toggleAlerts } from './toggleAlerts.ts';
import { redo, undo } from './undo.ts';

/** Everything that can be asked of the page by name: the palette, the list of shortcuts and the menus read this one list. */
export const commands: readonly Command[] = [
  { id: 'train', group: 'run', keys: ['Space'], run: pressMain, isEnabled: canPressMain },
  {
    id: 'step',
    group: 'run',
    keys: ['.'],
    run: stepOnce,
    isEnabled: ({ progress, world }) => progress.status === 'paused' && !world.bench.isRunning,
  },
  {
    id: 'stop',
    group: 'run',
    keys: ['x'],
    run: stop,
    isEnabled: ({ progress }) => progress.isBusy && progress.status !== 'stopping',
  },
  {
    id: 'newSeed',
    group: 'run',
    hiddenWith: 'settings',
    run: newSeed,
    isEnabled: ({ transport }) => !transport.isBusy,
  },
  {
    id: 'keptRuns',
    group: 'run',
    keys: ['k'],
    isInMenu: true,
    run: ({ panels }) => panels.show('keptRuns'),
  },
  { id: 'exportRun', group: 'run', isInMenu: true, run: exportRun, isEnabled: canExportRun },
  {
    id: 'saveWeights',
    group: 'run',
    isInMenu: true,
    run: (app) => saveWeights(app, 'tuned'),
    isEnabled: canSaveWeights,
  },
  { id: 'saveBest', group: 'run', run: (app) => saveWeights(app, 'best'), isEnabled: canSaveBest },
  {
    id: 'notify',
    group: 'run',
    isInMenu: true,
    run: toggleAlerts,
    isOn: ({ alerts }) => alerts.areOn,
  },
  {
    id: 'undo',
    group: 'desk',
    keys: ['mod+z'],
    isInMenu: true,
    run: undo,
    isEnabled: ({ history }) => history.back !== null,
  },
  {
    id: 'redo',
    group: 'desk',
    keys: ['mod+shift+z', 'mod+y'],
    isInMenu: true,
    run: redo,
    isEnabled: ({ history }) => history.forth !== null,
  },
  { id: 'resetFaders', group: 'desk', run: ({ desk }) => desk.resetFaders() },
  {
    id: 'resetSettings',
    group: 'desk',
    hiddenWith: 'settings',
    run: ({ desk }) => desk.resetSettings(),
  },
  { id: 'paste', group: 'desk', run: ({ panels }) => panels.show('paste') },
  {
    id: 'library',
    group: 'desk',
    keys: ['l'],
    hiddenWith: 'tasks',
    run: ({ panels }) => panels.show('library'),
  },
  {
    id: 'selectStrips',
    group: 'desk',
    run: ({ selection }) => {
      selection.isPicking = true;
      location.assign(addressOf('desk'));
    },
    isEnabled: ({ desk }) => desk.channels.length > 1,
  },
  { id: 'copyLink', group: 'desk', isInMenu: true, run: copyLink },
  { id: 'classLink', group: 'desk', isInMenu: true, run: ({ panels }) => panels.show('classLink') },
  { id: 'exportDesk', group: 'desk', run: exportDesk },
  ...viewNames.map((name): Command => ({
    id: name,
    group: 'view',
    ...(groupOfView[name] && { hiddenWith: groupOfView[name] }),
    run: () => location.assign(addressOf(name)),
    isEnabled: ({ view }) => view.name !== name,
  })),
  {
    id: 'engineDetails',
    group: 'view',
    hiddenWith: 'engine',
    run: ({ panels }) => panels.show('engine'),
  },
  { id: 'light', group: 'look', run: ({ theme }) => theme.choose('light') },
  { id: 'dark', group: 'look', run: ({ theme }) => theme.choose('dark') },
  { id: 'asSystem', group: 'look', run: ({ theme }) => theme.choose('system') },
  {
    id: 'projector',
    group: 'look',
    keys: ['p'],
    isInMenu: true,
    run: ({ theme }) => theme.project(!theme.isProjected),
    isOn: ({ theme }) => theme.isProjected,
  },
  {
    id: 'palette',
    group: 'help',
    keys: ['mod+k'],
    isInMenu: true,
    run: (app) => app.panels.show('palette'),
  },
  {
    id: 'shortcuts',
    group: 'help',
    keys: ['?'],
    isInMenu: true,
    run: ({ panels }) => panels.show('shortcuts'),
  },
  {
    id: 'glossary',
    group: 'help',
    keys: ['w'],
    isInMenu: true,
    run: ({ panels }) => panels.show('glossary'),
  },
  {
    id: 'introduction',
    group: 'help',
    isInMenu: true,
    run: ({ headline }) => {
      headline.introduce();
      location.assign(addressOf('desk'));
    },
  },
  { id: 'about', group: 'help', isInMenu: true, run: ({ panels }) => panels.show('about') },
];

/** Those that are not hidden by the page's link. */
export const offeredCommands = ({ hidden }: App): readonly Command[] =>
  commands.filter(({ hiddenWith }) => hiddenWith === undefined || !hidden.has(hiddenWith));
