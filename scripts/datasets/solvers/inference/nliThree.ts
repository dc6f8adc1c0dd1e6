/** What the first sentence says: who, which thing (singular), its colour, where, and what was done. */
interface Known {
  readonly people: readonly string[];
  readonly thing: string;
  readonly colour: string;
  readonly place: string;
  readonly verb: string;
}

type Answer = 'yes' | 'no' | 'maybe';

const colour = '(red|blue|green|yellow|black|white|brown|grey|pink|purple|orange|silver)';
const place = '((?:at|in|on) the \\w+)';

const premises: readonly [RegExp, (groups: readonly string[]) => Partial<Known>][] = [
  [
    new RegExp(`^(\\w+) (\\w+) an? ${colour} (\\w+) ${place}\\.$`),
    ([a, verb, c, thing, at]) => ({
      people: [a!],
      verb: verb!,
      colour: c!,
      thing: thing!,
      place: at!,
    }),
  ],
  [
    new RegExp(`^(\\w+) and (\\w+) (\\w+) ${place}\\.$`),
    ([a, b, verb, at]) => ({ people: [a!, b!], verb: verb!, place: at! }),
  ],
  [
    new RegExp(`^(\\w+) gave (\\w+) an? ${colour} (\\w+) on \\w+\\.$`),
    ([a, b, c, thing]) => ({ people: [a!, b!], verb: 'gave', colour: c!, thing: thing! }),
  ],
  [
    new RegExp(`^(\\w+) ate \\w+ (\\w+) ${place}\\.$`),
    ([a, thing, at]) => ({ people: [a!], verb: 'ate', thing: thing!, place: at! }),
  ],
  [
    new RegExp(`^The (\\w+) of (\\w+) is ${colour}\\.$`),
    ([thing, a, c]) => ({ people: [a!], verb: 'has', thing: thing!, colour: c! }),
  ],
];

/** Compares what the second sentence names and denies with what the first one says. */
export function solve(input: string): string {
  const [, first = '', second = ''] = /^First: (.*)\nSecond: (.*)$/.exec(input) ?? [];
  const known = readPremise(first);
  const judges = [judgeUnknown, judgeNothing, judgeColour, judgePlace];
  for (const judge of judges) {
    const answer = judge(second, known);
    if (answer) return answer;
  }
  return 'yes';
}

function readPremise(sentence: string): Known {
  const nothing = { people: [], thing: '', colour: '', place: '', verb: '' };
  for (const [pattern, read] of premises) {
    const match = pattern.exec(sentence);
    if (match) return { ...nothing, ...read(match.slice(1)) };
  }
  throw new Error(`cannot read: ${sentence}`);
}

const openers = new Set([
  'The',
  'Nobody',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]);
const open = /\b(old|new|liked|tired|happy|hungry|big|lost the \w+ on [A-Z]\w+)\b/;

/** Feelings, new people and new things are open. */
function judgeUnknown(second: string, known: Known): Answer | undefined {
  const names = (second.match(/\b[A-Z]\w+/g) ?? []).filter((name) => !openers.has(name));
  if (names.some((name) => !known.people.includes(name))) return 'maybe';
  if (open.test(second)) return 'maybe';
  const object = objectOf(second);
  return object && !sameThing(object, known.thing) ? 'maybe' : undefined;
}

/** The noun that the second sentence acts on, if it names one. */
function objectOf(second: string): string | undefined {
  const stripped = second
    .replace(new RegExp(`\\b(?:at|in|on) the \\w+`), '')
    .replace(new RegExp(`\\b${colour} `), '');
  return (
    /\b(?:an?|some|has no|ate no|only one|than one|ate) (\w+)(?: on \w+| from \w+)?\s*\.$/.exec(
      stripped,
    )?.[1] ?? /\bthe (\w+)\s*\.$/.exec(stripped)?.[1]
  );
}

const forms = (noun: string): string[] => [
  noun,
  `${noun}s`,
  `${noun}es`,
  noun.replace(/y$/, 'ies'),
];
const sameThing = (noun: string, thing: string): boolean =>
  ['nothing', 'something'].includes(noun) ||
  forms(noun).includes(thing) ||
  forms(thing).includes(noun);

function judgeNothing(second: string, { people }: Known): Answer | undefined {
  if (/was not alone/.test(second)) return 'yes';
  if (/\b(nothing|never|did not|Nobody|alone|has no|ate no|only one)\b/.test(second)) return 'no';
  return people.length === 2 && /was not (at|in|on) the/.test(second) ? 'no' : undefined;
}

function judgeColour(second: string, known: Known): Answer | undefined {
  const named = new RegExp(`\\b(not )?${colour}\\b`).exec(second);
  if (!named) return undefined;
  return (named[2] === known.colour) === (named[1] === undefined) ? 'yes' : 'no';
}

function judgePlace(second: string, known: Known): Answer | undefined {
  const named = new RegExp(place).exec(second)?.[1];
  return named && named !== known.place ? 'no' : undefined;
}
