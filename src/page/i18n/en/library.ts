import { formatWhole } from '../format.ts';
import { counted } from './counted.ts';
import { listed } from './listed.ts';

/** The library of tasks, and what comes from it onto the desk. */
export const library = {
  title: 'Tasks',
  button: (onDesk: number) => `Tasks (${formatWhole(onDesk)})`,
  intro:
    'Train: the model learns it. Watch: it is scored and never trained on, so it shows what carries over.',
  search: 'Search tasks',
  searchPlaceholder: 'Name, cluster, metric, instruction',
  filterLabel: 'Which tasks',
  filters: { all: 'All', onDesk: 'On the desk', own: 'Your own' },
  found: (found: number, all: number, onDesk: number) =>
    `${formatWhole(found)} of ${counted(all, 'task')}, ${formatWhole(onDesk)} on the desk`,
  places: { off: 'Off', trained: 'Train', watched: 'Watch' },
  placeOf: (name: string) => `${name}: where it stands`,
  placeOfAll: (cluster: string) => `All of ${cluster}: where they stand`,
  examples: (count: number) => counted(count, 'example'),
  noCard: 'Its instruction comes with its file.',
  failed: 'Not loaded',
  removeOwn: (name: string) => `Remove “${name}” from the library`,
  none: 'No task has these words.',
  noneHelp: 'Search for less, or look at all tasks.',
  noneOnDesk: 'Nothing is on the desk.',
  noneOnDeskHelp: 'Look at all tasks and press Train beside one, or choose a preset.',
  noneOwn: 'None of your own yet.',
  noneOwnHelp: (endings: readonly string[]) =>
    `Drop a file anywhere on the page: ${endings.join(', ')}. A few hundred rows are enough.`,
  replaceOwn: (name: string, fileName: string) => ({
    title: `Replace “${name}”?`,
    text: `Another ${fileName} was added before, and it says something else. Its channel can give way to the new one, or both stay.`,
    yes: 'Replace it',
    no: 'Keep both',
  }),
  noneListed: 'The list of tasks is not here.',
  noneListedHelp: 'Check the connection and reload the page. You can still add your own data.',
  showAll: 'Show all tasks',
  added: (names: readonly string[]) => `Put on the desk: ${listed(names)}.`,
  absent: (ids: readonly string[]) => `Not in the library: ${listed(ids)}.`,
  absentHelp:
    'They are files of someone else, or the browser did not keep them. Drop them and they take their places.',
  forget: 'Go on without',
};
