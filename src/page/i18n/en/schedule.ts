import { formatWhole } from '../format.ts';
import { counted } from './counted.ts';

/** The timeline of faders. */
export const schedule = {
  title: 'Fader schedule',
  close: 'Close the fader schedule',
  count: (moves: number) => counted(moves, 'move'),
  recordingShort: 'recording',
  none: 'No moves: the faders stay where you put them.',
  moves: (moves: number, lastStep: number) =>
    `${counted(moves, 'move')}, the last after step ${formatWhole(lastStep)}`,
  off: 'switched off',
  play: 'Play',
  playHelp: 'Whether the next run moves the faders as drawn.',
  record: 'Record',
  recordHelp: 'What your hand moves in the next run becomes the schedule.',
  recording: 'Recording: move faders while the run is on.',
  fromRun: 'Use this run’s moves',
  fromRunHelp: (run: string) => `What was moved in ${run} becomes the schedule.`,
  save: 'Save run (JSON)',
  clear: 'Clear',
  help: 'Press a lane to put a point; drag it, or use the arrow keys (with Shift: by ten); Delete takes it away, M mutes from there.',
  lane: (name: string) => `${name}: fader over the run`,
  add: (name: string) => `Add a point to ${name}`,
  point: (step: number, level: number, isOn: boolean) =>
    `After step ${formatWhole(step)}: ${isOn ? formatWhole(level) : 'muted'}`,
  pointOf: (name: string, step: number, level: number, isOn: boolean) =>
    `${name}, after step ${formatWhole(step)}: ${isOn ? formatWhole(level) : 'muted'}`,
  pick: 'Draw another task',
  table: 'Moves as a table',
  columns: { step: 'After step', what: 'What', value: 'Value', isOn: 'On', remove: 'Remove' },
  remove: (what: string, step: number) => `Remove ${what} after step ${formatWhole(step)}`,
  stepOf: (what: string) => `Step of ${what}`,
  valueOf: (what: string) => `Value of ${what}`,
  onOf: (what: string) => `${what} is on`,
  start: 'start',
  steps: (steps: number) => `${formatWhole(steps)} steps`,
  badStep: (last: number) => `A step from 0 to ${formatWhole(last)}`,
  badLevel: 'A number from 0 to 100',
};
