import { counted } from './counted.ts';

/** Choosing, keeping and passing on whole desks. */
export const presets = {
  choose: 'Preset',
  none: 'Your mix',
  changed: 'changed',
  back: (name: string) => `Back to “${name}”`,
  stopFirst: (name: string) => ({
    title: 'Stop the run?',
    text: `“${name}” puts other tasks on the desk. The run on its way ends after this step; its curves and what it has learned stay.`,
    yes: 'Stop and choose',
    no: 'Let it run',
  }),
  shipped: 'To start from',
  own: 'Yours',
  noOwn: 'Nothing kept yet. Put together a mix you like, give it a name below, and it stays here.',
  nameLabel: 'Keep this mix as',
  namePlaceholder: 'A name for it',
  save: 'Keep',
  saved: (name: string) => `Kept as “${name}”.`,
  ownSentence: (count: number, model: string) => `${counted(count, 'task')}, ${model}.`,
  rename: (name: string) => `Rename “${name}”`,
  renameTo: (name: string) => `New name of “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  removed: (name: string) => `“${name}” is deleted.`,
  undoRemove: 'Put it back',
  exportOne: (name: string) => `Save “${name}” as a file`,
  importFile: 'Open a preset file',
  imported: (name: string) => `“${name}” is on the desk, and among yours.`,
};
