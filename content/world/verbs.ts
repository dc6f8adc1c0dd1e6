export interface Verb {
  base: string;
  /** Third person singular, present. */
  third: string;
  past: string;
  participle: string;
}

const irregular = `buy bought, bring brought, build built, catch caught, choose chose chosen, come came come,
  cut cut, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen,
  feed fed, feel felt, find found, fly flew flown, forget forgot forgotten, get got, give gave given, go went gone,
  have had, hear heard, hide hid hidden, hold held, keep kept, leave left, lose lost, make made, meet met,
  put put, read read, ride rode ridden, ring rang rung, run ran run, say said, see saw seen, sell sold,
  send sent, sing sang sung, sit sat, sleep slept, stand stood, swim swam swum, take took taken,
  teach taught, tell told, think thought, throw threw thrown, wake woke woken, wear wore worn, win won,
  write wrote written, break broke broken, lend lent, dig dug, begin began begun`;

const regular = `answer, ask, bake, call, carry, chase, clap, clean, climb, close, collect, cook, copy, cover, cry,
  dance, drop, fix, follow, help, hope, jump, kick, laugh, like, listen, live, look, love, mend, miss, move, need, open,
  pack, paint, pick, plant, play, polish, pull, push, rain, reach, rest, return, share, shout, show, smile, start, stay,
  stop, talk, thank, touch, trade, travel, try, visit, wait, walk, want, wash, watch, wave, wish, work`;

const doubled = new Set(['clap', 'drop', 'stop']);

function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (/(s|sh|ch|x|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (doubled.has(base)) return `${base}${base.slice(-1)}ed`;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function verbOf(entry: string): Verb {
  const [base = entry, past = regularPast(base), participle = past] = entry.trim().split(' ');
  return { base, third: thirdPerson(base), past, participle };
}

/** The verbs of the world's stories, alphabetically by base form. */
export const verbs: Verb[] = `${irregular}, ${regular}`
  .split(',')
  .map(verbOf)
  .sort((left, right) => (left.base < right.base ? -1 : 1));
