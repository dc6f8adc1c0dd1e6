import { formatWhole } from '../format.ts';
import { eitherOf } from './eitherOf.ts';

/** What is around every view. */
export const shell = {
  name: 'Mixdesk',
  tagline: 'Instruction tuning, mixed by hand, in your browser',
  title: (percent: number | null) =>
    percent === null ? 'Mixdesk' : `${formatWhole(percent)}% · Mixdesk`,
  dropHere: 'Drop to add a channel',
  dropTypes: (endings: readonly string[]) => eitherOf(endings),
  skip: 'Skip to the desk',
};
