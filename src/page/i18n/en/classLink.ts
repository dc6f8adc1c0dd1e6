import { counted } from './counted.ts';
import { listed } from './listed.ts';

/** A link for a class: what its page leaves out, and the line that says so there. */
export const classLink = {
  title: 'Link for a class',
  open: 'For a class',
  intro:
    'The link carries this mix. What is not ticked is out of sight on its page; the faders, Train, the curves and the answers always stay.',
  groupsLabel: 'What a student sees',
  groups: {
    tasks: { label: 'Other tasks', help: 'Presets, the library, own data, the Data view.' },
    settings: {
      label: 'Settings',
      help: 'All settings, how the mix is computed, learning rate, seed.',
    },
    engine: {
      label: 'Model and engine',
      help: 'The model’s size, what computes it, the Engine view.',
    },
    schedule: { label: 'Fader schedule', help: 'Faders that move by themselves.' },
    curveTools: {
      label: 'Curve tools',
      help: 'Axis, scale, smoothing, earlier runs, export. What is drawn can be chosen anyway.',
    },
    tryIt: { label: 'Try it', help: 'Asking the model something of one’s own.' },
    exam: { label: 'Exam', help: 'Test questions one by one, with marks.' },
    nextBatch: { label: 'Next batch', help: 'What the model reads in its next step.' },
  },
  everything: 'Everything',
  least: 'Only the desk',
  link: 'The link',
  copy: 'Copy',
  look: 'Open it as a student',
  notLocked:
    'Out of sight is not locked: the page says that it is simplified, and one press shows everything.',
  line: 'What the link leaves out',
  simplified: (count: number) => `The link to this page leaves out ${counted(count, 'part')}.`,
  lifted: 'Everything is shown; the link leaves out some of it.',
  showAll: 'Show everything',
  simplify: 'Simplify again',
  unknown: (names: readonly string[]) =>
    `It also leaves out “${listed(names)}”, which this version of the page does not have or always shows.`,
};
