import { counted } from './counted.ts';

/** The strips, and the master beside them. */
export const strips = {
  level: (name: string) => `${name}: level, 0 to 100`,
  levelHelp: 'Type a level from 0 to 100. Double-click the fader for 50.',
  notLoaded: 'not loaded',
  watched: 'watched',
  watchedHelp: 'Scored, never trained.',
  used: (share: string) => `used ${share}`,
  usedHelp: (unit: string) =>
    `Of all that this run has trained on. Counted in: ${unit.toLowerCase()}; the mixture above changes that.`,
  score: 'Score',
  interval: (low: string, high: string) => `${low}–${high}`,
  intervalHelp:
    'All held-out examples would give a score in here, 95 times of 100: so few of them were asked.',
  base: 'base',
  baseHelp: 'The score of the untrained model.',
  chance: 'chance',
  chanceHelp: 'The better of always the commonest answer and a random one: no understanding.',
  answerOf: (name: string) => `${name} now:`,
  expected: 'expected',
  nothingSaid: '(nothing)',
  moreAnswers: 'Show more answers',
  master: 'Master',
  masterHelp: 'Mean score of the trained tasks, each with the same weight.',
  trainedTasks: (count: number) => `${counted(count, 'trained task')}`,
  clearSolo: 'Clear solo',
  find: 'Find a strip',
  noneFound: 'No strip of that name.',
  moreRoom: 'More room',
  sort: 'Order',
  orders: {
    desk: 'as on the desk',
    score: 'score',
    gain: 'gain',
    name: 'name',
    share: 'share',
  },
  openAll: 'Open all',
  closeAll: 'Close all',
  list: 'Strips',
  keys: 'Arrow keys left and right go from strip to strip; up and down move the fader, M mutes, S solos, a digit types a level.',
};
