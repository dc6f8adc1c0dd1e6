import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  counted,
  dayTimeAt,
  dayTimes,
  days,
  describe,
  feelings,
  foods,
  jobs,
  massFoods,
  materials,
  numbers,
  opposites,
  people as everybody,
  places,
  pronounForms,
  thingAdjectives,
  things,
  weathers,
  withArticle,
  type Noun,
  type Person,
  type Place,
} from './lexicon.ts';
import type { SlotReader } from './template.ts';

export interface CastOptions {
  /** The people to choose from; all 60 if left out. */
  people?: readonly Person[];
  /** Fixed roles, for a second story about the same people. */
  roles?: readonly Person[];
}

/** One drawing of every slot that templates may read. */
export interface Cast {
  people: Record<'a' | 'b' | 'c' | 'x', Person>;
  read: SlotReader;
}

const bulky = new Set(['table', 'chair', 'boat', 'ladder', 'sled', 'wheel']);
/** Things one can carry, lose and hide. */
export const smallThings: Noun[] = things.filter((thing) => !bulky.has(thing.word));

const wild = new Set(['fox', 'wolf', 'bear', 'lion', 'snake', 'bee', 'owl', 'fish']);
/** Animals one can keep. */
export const pets: Noun[] = animals.filter((animal) => !wild.has(animal.word));

const spots =
  `under the bed, in the box, behind the door, on the shelf, in the basket, under the table, on the chair,
  behind the tree, in the drawer, under the stairs, on the roof, in the bag, behind the wall, next to the well,
  on the bench, under the mat, in the bucket, near the gate`
    .split(',')
    .map((spot) => spot.trim());

const dayParts = ['after lunch', 'before dinner', 'at noon', 'after school', 'before breakfast'];

function whenOf(stream: RandomStream, day: string, time: string): string {
  const kind = stream.int(4);
  if (kind === 0) return `on ${day}`;
  if (kind === 1) return dayTimeAt(time);
  return kind === 2 ? `on ${day} ${time}` : stream.pick(dayParts);
}

function personForm(person: Person, form: string): string {
  const forms = pronounForms(person);
  const child = { she: 'girl', he: 'boy', they: 'child' }[person.pronoun];
  switch (form) {
    case '':
      return person.name;
    case 'she':
      return forms.subject;
    case 'She':
      return capitalise(forms.subject);
    case 'her':
      return forms.object;
    case 'his':
      return forms.possessive;
    case 'was':
      return forms.was;
    case 'has':
      return forms.has;
    case 'is':
      return forms.is;
    case 'kid':
      return child;
    case 'girl':
      return `the ${child}`;
    case 'self':
      return { she: 'herself', he: 'himself', they: 'themself' }[person.pronoun];
    default:
      throw new Error(`cast: a person has no form "${form}"`);
  }
}

function nounForm(noun: Noun, colour: string, coloured: boolean, form: string): string {
  switch (form) {
    case '':
      return noun.word;
    case 'an':
      return withArticle(noun);
    case 'a':
      return coloured ? describe(colour, noun.word) : withArticle(noun);
    case 'o':
      return describe(colour, noun.word);
    case 'the':
      return `the ${noun.word}`;
    case 'my':
      return coloured ? `${colour} ${noun.word}` : noun.word;
    case 's':
      return noun.plural;
    default:
      throw new Error(`cast: a noun has no form "${form}"`);
  }
}

function placeForm(place: Place, form: string): string {
  if (form === 'at') return place.at;
  if (form === '') return place.word;
  if (form === 'the' || form === 'to') return `${form === 'to' ? 'to ' : ''}the ${place.word}`;
  throw new Error(`cast: a place has no form "${form}"`);
}

function chooseRoles(stream: RandomStream, options: CastOptions): Person[] {
  const fixed = options.roles ?? [];
  const rest = (options.people ?? everybody).filter((person) => !fixed.includes(person));
  return [...fixed, ...stream.sample(rest, 4)].slice(0, 4);
}

/** Draws people, things, places, times and numbers; every slot is distinct from its sisters. */
export function makeCast(stream: RandomStream, options: CastOptions = {}): Cast {
  const [a, b, c, x] = chooseRoles(stream, options) as [Person, Person, Person, Person];
  const people = { a, b, c, x };
  const nouns = nounSlots(stream);
  const [p, q, r] = stream.sample(places, 3) as [Place, Place, Place];
  const placed: Record<string, Place> = { p, q, r };
  const words = wordSlots(stream, [nouns['t']!.noun, nouns['u']!.noun, nouns['v']!.noun]);
  const read: SlotReader = (name, form) => {
    if (name === 'a' || name === 'b' || name === 'c' || name === 'x')
      return personForm(people[name], form);
    const noun = nouns[name];
    if (noun) return nounForm(noun.noun, noun.colour, noun.coloured, form);
    const place = placed[name];
    if (place) return placeForm(place, form);
    if (form === 'food' || form === 'thing') {
      return counted(Number(words[`${name}.d`]), nouns[form === 'food' ? 'f' : 't']!.noun);
    }
    const word = words[form === '' ? name : `${name}.${form}`];
    if (word === undefined) throw new Error(`cast: no slot {${name}.${form}}`);
    return word;
  };
  return { people, read };
}

interface ColouredNoun {
  noun: Noun;
  colour: string;
  coloured: boolean;
}

function nounSlots(stream: RandomStream): Record<string, ColouredNoun> {
  const colour = stream.sample(colours, 5);
  const [t, u, v] = stream.sample(smallThings, 3);
  const [n] = stream.sample(pets, 1);
  const m = stream.pick(animals.filter((animal) => animal !== n));
  const [f, f2] = stream.sample(foods, 2);
  const drawn = {
    t,
    u,
    v,
    n,
    m,
    f,
    f2,
    big: stream.pick(things.filter((thing) => bulky.has(thing.word))),
  };
  return Object.fromEntries(
    Object.entries(drawn).map(([name, noun], i) => [
      name,
      {
        noun: noun!,
        colour: colour[i % 5]!,
        coloured: 'tuvnbig'.includes(name) && stream.chance(0.5),
      },
    ]),
  );
}

function wordSlots(stream: RandomStream, taken: Noun[]): Record<string, string> {
  const free = spots.filter((spot) => !taken.some((thing) => spot.endsWith(` ${thing.word}`)));
  const [spot, spot2, spot3] = stream.sample(free, 3) as [string, string, string];
  const [d, d2] = stream.sample(days, 2) as [string, string];
  const e = stream.pick(dayTimes);
  const g = stream.pick(feelings.filter((feeling) => feeling.pleasant));
  const h = stream.pick(feelings.filter((feeling) => !feeling.pleasant));
  const [j, j2] = stream.sample(jobs, 2) as [Noun, Noun];
  const [o, o2, o3] = stream.sample(colours, 3) as [string, string, string];
  const [l, l2] = stream.sample(materials, 2) as [string, string];
  const y = stream.pick(thingAdjectives);
  const weather = stream.pick(weathers);
  const [mass, mass2] = stream.sample(massFoods, 2) as [string, string];
  const drink = stream.pick(['tea', 'milk', 'water', 'juice', 'coffee']);
  const k = 3 + stream.int(8);
  const i = 1 + stream.int(k - 1);
  return {
    spot,
    spot2,
    spot3,
    d,
    d2,
    e,
    o,
    o2,
    o3,
    l,
    l2,
    y,
    mass,
    mass2,
    drink,
    'd.on': `on ${d}`,
    'd2.on': `on ${d2}`,
    'e.at': dayTimeAt(e),
    'y.a': describe(y),
    'y.not':
      opposites.flatMap((pair) =>
        pair[0] === y ? [pair[1]] : pair[1] === y ? [pair[0]] : [],
      )[0] ?? 'big',
    'o.a': describe(o),
    g: g.word,
    'g.why': stream.pick(g.reasons),
    h: h.word,
    'h.why': stream.pick(h.reasons),
    j: j.word,
    'j.a': withArticle(j),
    j2: j2.word,
    'j2.a': withArticle(j2),
    w: weather.sentence,
    'w.day': weather.word,
    when: whenOf(stream, d, e),
    ...numberSlots({ k, i, sum: k + i, diff: k - i }),
  };
}

function numberSlots(values: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [name, numbers[value] ?? String(value)],
      [`${name}.d`, String(value)],
    ]),
  );
}
