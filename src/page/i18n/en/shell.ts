import { formatPercent } from '../format.ts';
import { eitherOf } from './eitherOf.ts';
import { papers } from './papers.ts';

/** What is around every view. */
export const shell = {
  name: 'Mixdesk',
  tagline: 'Instruction tuning, mixed by hand, in your browser',
  titleOf: (share: number) => `${formatPercent(share)} · Mixdesk`,
  titleOfResult: (fromTo: string) => `Done: ${fromTo} · Mixdesk`,
  views: { desk: 'Desk', data: 'Data', engine: 'Engine' },
  viewsLabel: 'Views',
  menu: 'Menu',
  unknownAddress: (hash: string) => `There is no view “${hash}”.`,
  unknownAddressHelp: 'This is the desk. The tabs on top lead to every view.',
  partNotLoaded: (name: string) =>
    `“${name}” did not load: the connection failed, or the page has been renewed since. Try again, or reload it.`,
  tryAgain: 'Try again',
  reload: 'Reload',
  language: 'Language',
  dropHere: 'Drop to add a channel',
  dropTypes: (endings: readonly string[]) => eitherOf(endings),
  skip: 'Skip to the desk',
  about: 'About Mixdesk',
  aboutText: [
    'Mixdesk fine-tunes a small language model on a mixture of tasks, in your browser. No server takes part; your data stay here.',
    'Models, tasks and texts are made by programs of the project and come with the page.',
  ],
  licence: 'Licence',
  licenceIs: 'Apache-2.0: use it, change it, pass it on.',
  sourceIs:
    'The source of everything, down to the pre-training, is one repository; its README says how to start.',
  source: 'Source',
  licenceText: 'Its text',
  licencesOfOthers: 'Licences of what it is built from',
  words: 'What the words mean',
  papersTitle: 'Papers to begin with',
  papers,
};
