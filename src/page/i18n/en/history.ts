import { counted } from './counted.ts';

/** What one named thing is called, or how many there are. */
const oneOf = (names: readonly string[], one: string, many: string): string =>
  names.length === 1 ? `${one} ${names[0]}` : counted(names.length, many);

/** Undo and redo, and what they take back. */
export const history = {
  undo: 'Undo',
  redo: 'Redo',
  undoOf: (step: string) => `Undo: ${step}`,
  redoOf: (step: string) => `Redo: ${step}`,
  steps: {
    model: () => 'another model',
    added: (names: readonly string[]) => `${oneOf(names, 'task', 'task')} added`,
    removed: (names: readonly string[]) => `${oneOf(names, 'task', 'task')} taken off`,
    order: () => 'order of the tasks',
    level: (names: readonly string[]) => oneOf(names, 'fader of', 'fader'),
    mute: (names: readonly string[]) => oneOf(names, 'mute of', 'mute'),
    solo: (names: readonly string[]) => oneOf(names, 'solo of', 'solo'),
    cap: (names: readonly string[]) => oneOf(names, 'number of examples of', 'number of examples'),
    metric: (names: readonly string[]) => oneOf(names, 'metric of', 'metric'),
    bus: (names: readonly string[]) => oneOf(names, 'bus fader of', 'bus fader'),
    setting: (names: readonly string[]) => oneOf(names, 'setting', 'setting'),
    schedule: () => 'fader schedule',
  },
  several: 'another desk',
};
