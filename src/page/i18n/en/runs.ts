import { formatBytes, formatScore, formatWhole } from '../format.ts';
import { counted } from './counted.ts';

const minuteMs = 60_000;

/** How long ago, roughly. */
function ago(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 1) return 'less than a minute ago';
  if (minutes < 90) return `${counted(minutes, 'minute')} ago`;
  const hours = Math.round(minutes / 60);
  return hours < 36
    ? `${counted(hours, 'hour')} ago`
    : `${counted(Math.round(hours / 24), 'day')} ago`;
}

/** Runs that are kept from visit to visit. */
export const runs = {
  title: 'Kept runs',
  intro: 'Every run is kept in this browser, on this device, until you delete it.',
  none: 'Nothing kept yet. Press Train: the run will be here, also after a reload.',
  facts: (model: string, tasks: number) => `${model}, ${counted(tasks, 'task')}`,
  states: {
    waiting: 'not begun',
    preparing: 'on its way',
    training: 'on its way',
    evaluating: 'on its way',
    paused: 'paused',
    completed: 'finished',
    stopped: 'stopped',
    early: 'ended early',
    failed: 'failed',
    interrupted: 'interrupted',
  },
  stepOf: (step: number, nSteps: number) => `step ${formatWhole(step)} of ${formatWhole(nSteps)}`,
  score: (score: number) => `score ${formatScore(score)}`,
  size: (bytes: number) => formatBytes(bytes),
  goOn: 'Go on',
  goOnWith: (name: string) => `Go on with ${name}`,
  loadWeights: (name: string) => `Load what ${name} has learned`,
  interrupted: (name: string) => `${name} was interrupted.`,
  interruptedAt: (step: number, nSteps: number, ageMs: number) =>
    `It was kept at step ${formatWhole(step)} of ${formatWhole(nSteps)}, ${ago(ageMs)}, and goes on from there.`,
  look: (name: string) => `Look at ${name}`,
  rename: (name: string) => `Rename ${name}`,
  renameTo: (name: string) => `New name of ${name}`,
  remove: (name: string) => `Delete ${name}`,
  removeAll: 'Delete all',
  removeQuestion: (names: readonly string[]) => ({
    title:
      names.length === 1 ? `Delete ${names[0]!}?` : `Delete ${formatWhole(names.length)} runs?`,
    text: 'Their curves and answers are gone then. Save as a file first what you still need.',
    yes: 'Delete',
    no: 'Keep',
  }),
  total: (count: number, bytes: number) => `${counted(count, 'run')}, ${formatBytes(bytes)}`,
  room: (usedBytes: number, quotaBytes: number) =>
    `This site uses ${formatBytes(usedBytes)} of the ${formatBytes(quotaBytes)} that the browser lends it.`,
  isPersistent: 'The browser has promised not to clear it by itself.',
  notPersistent: 'When the disk is nearly full, the browser may clear it.',
  persist: 'Ask the browser to keep it',
  notGranted: 'The browser does not promise it. Save as files what you can’t do without.',
  notKept: 'This run can’t be kept',
  fullDisk:
    'The disk, or what the browser lends of it, is full. Training goes on. Delete runs under “Kept runs”, or save this one as a file before you leave.',
  noDatabase: (cause: string) =>
    `The browser keeps nothing for this page (${cause}). Training goes on. Save the run as a file before you leave.`,
  notOpened: 'This run could not be opened.',
  notOpenedHelp: 'Another tab may have deleted it. Close this list and open it again.',
  notRemoved: 'The runs could not be deleted.',
  notRenamed: 'The run could not be renamed.',
};
