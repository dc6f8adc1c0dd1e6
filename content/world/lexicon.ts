/**
 * The closed world: every name, noun and adjective that tasks and corpus may use.
 *
 * Tables are written as compact text (one entry a comma) so that a reader can see the whole world on a
 * screen. Counts are fixed because tasks split the world into train and test halves by position.
 */
export { french, type FrenchWord } from './french.ts';
export { verbs, type Verb } from './verbs.ts';

export type Pronoun = 'she' | 'he' | 'they';

export interface Person {
  name: string;
  pronoun: Pronoun;
}

export interface Noun {
  word: string;
  plural: string;
  article: 'a' | 'an';
}

export interface Place {
  word: string;
  /** With its preposition: 'at the lake', 'in the barn'. */
  at: string;
}

export interface Feeling {
  word: string;
  pleasant: boolean;
  /** Clauses that may follow 'because'. */
  reasons: string[];
}

export interface Weather {
  word: string;
  /** As a sentence: 'The sun shone.' */
  sentence: string;
  pleasant: boolean;
}

const entries = (text: string): string[] => text.split(',').map((entry) => entry.trim());

const named = (pronoun: Pronoun, text: string): Person[] =>
  entries(text).map((name) => ({ name, pronoun }));

const alternate = (...groups: Person[][]): Person[] =>
  Array.from({ length: Math.max(...groups.map((group) => group.length)) }, (_, i) =>
    groups.flatMap((group) => group[i] ?? []),
  ).flat();

/** The 40 people that training instances may name. */
export const trainPeople: Person[] = alternate(
  named(
    'she',
    'Ana, Mia, Eva, Zoe, Lily, Rosa, Nina, Emma, Lucy, Ella, Ruth, Sara, Amy, Maya, Ivy, Kate, Julia, Clara',
  ),
  named(
    'he',
    'Tom, Leo, Sam, Ben, Max, Jack, Omar, Paul, Noah, Finn, Hugo, Adam, Dan, Luke, Ali, Peter, Ivan, Oscar',
  ),
  named('they', 'Robin, Alex, Sky, Kim'),
);

/** The 20 people that only test instances (and the pre-training corpus) may name. */
export const testPeople: Person[] = alternate(
  named('she', 'Lena, Nora, Tina, Iris, Mary, Vera, Jane, Dora, Olga'),
  named('he', 'Carl, Tim, Eric, Mark, Otto, Felix, John, Ravi, Gus'),
  named('they', 'Sasha, Jo'),
);

export const people: Person[] = [...trainPeople, ...testPeople];

const startsWithVowel = (word: string): boolean =>
  /^[aeiou]/.test(word) && !/^(uni|use|one)/.test(word);

/** Reads 'box/boxes, cup': the plural is word + 's' unless it is given. */
const nouns = (text: string): Noun[] =>
  entries(text).map((entry) => {
    const [word = entry, plural = `${word}s`] = entry.split('/');
    return { word, plural, article: startsWithVowel(word) ? 'an' : 'a' };
  });

export const animals: Noun[] = nouns(
  `dog, cat, horse, cow, pig, sheep/sheep, goat, duck, hen, mouse/mice, rabbit, fox/foxes, wolf/wolves,
   bear, bird, frog, fish/fish, bee, owl, donkey, turtle, snake, lion, monkey`,
);

export const things: Noun[] = nouns(
  `hat, cup, box/boxes, kite, ball, book, lamp, key, bag, drum, bell, rope, coat, chair, table, boat,
   clock, doll, spoon, plate, knife/knives, basket, bottle, blanket, scarf/scarves, ring, coin, pen, pencil,
   map, letter, umbrella, mirror, candle, brush/brushes, ladder, bucket, flute, sled, wheel`,
);

export const foods: Noun[] = nouns(
  `apple, pear, plum, banana, lemon, grape, cherry/cherries, peach/peaches, melon, carrot, potato/potatoes,
   tomato/tomatoes, onion, egg, cake, pie, bun, sandwich/sandwiches, pancake, cookie`,
);

const testOnly = new Set(
  entries(
    'umbrella, mirror, flute, sled, bucket, doll, donkey, turtle, monkey, melon, peach, pancake',
  ),
);

/** The nouns that only test instances (and the pre-training corpus) may hold. */
export const testNouns: Noun[] = [...animals, ...things, ...foods].filter(({ word }) =>
  testOnly.has(word),
);

/** Foods and drinks without a plural: 'some bread', 'the tea'. */
export const massFoods: string[] = entries(
  'bread, soup, cheese, rice, honey, tea, milk, water, juice, coffee',
);

export const jobs: Noun[] = nouns(
  `baker, farmer, teacher, doctor, painter, singer, driver, cook, tailor, sailor, nurse, gardener,
   builder, writer, actor, clown`,
);

export const places: Place[] = entries(
  `at lake, in barn, in park, at school, at market, in garden, in kitchen, in forest, at beach, at river,
   in shop, on farm, at station, in library, on hill, on bridge, in castle, in tower, in village, in attic`,
).map((entry) => {
  const [preposition = 'in', word = entry] = entry.split(' ');
  return { word, at: `${preposition} the ${word}` };
});

export const colours: string[] = entries(
  'red, blue, green, yellow, black, white, brown, grey, pink, purple, orange, silver',
);

export const materials: string[] = entries(
  'wood, glass, paper, gold, stone, metal, clay, wool, leather, plastic',
);

/** Number words by value: numbers[7] is 'seven'. */
export const numbers: string[] = entries(
  `zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen,
   fifteen, sixteen, seventeen, eighteen, nineteen, twenty`,
);

/** ordinals[0] is 'first'. */
export const ordinals: string[] = entries(
  'first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth',
);

export const days: string[] = entries(
  'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
);

/** Fit 'in the …' except night and noon: use dayTimeAt. */
export const dayTimes: string[] = entries('morning, afternoon, evening, night');

export const dayTimeAt = (time: string): string =>
  time === 'night' ? 'at night' : `in the ${time}`;

export const feelings: Feeling[] = [
  ['happy', true, 'the sun was out, the day was fine, the work was done'],
  ['proud', true, 'the work was good, the plan worked, everybody clapped'],
  ['excited', true, 'the fair was near, the trip was about to start, a letter was coming'],
  ['surprised', true, 'nobody had said a word, the door was open, it was so easy'],
  ['calm', true, 'the house was quiet, the wind was gone, there was enough time'],
  ['sad', false, 'the summer was over, the shop was closed, nobody came'],
  ['angry', false, 'the door was locked, somebody had lied, the noise did not stop'],
  ['tired', false, 'the road was long, the night was short, the work was hard'],
  ['scared', false, 'the cellar was dark, the thunder was loud, the ice was thin'],
  ['worried', false, 'the bus was late, the bridge was old, it was getting dark'],
].map(([word, pleasant, reasons]) => ({
  word: String(word),
  pleasant: pleasant === true,
  reasons: entries(String(reasons)),
}));

export const weathers: Weather[] = [
  { word: 'sunny', sentence: 'The sun shone.', pleasant: true },
  { word: 'warm', sentence: 'The air was warm.', pleasant: true },
  { word: 'rainy', sentence: 'It rained.', pleasant: false },
  { word: 'windy', sentence: 'The wind blew.', pleasant: false },
  { word: 'snowy', sentence: 'It snowed.', pleasant: false },
  { word: 'cloudy', sentence: 'The sky was grey.', pleasant: false },
  { word: 'foggy', sentence: 'There was fog.', pleasant: false },
  { word: 'stormy', sentence: 'There was a storm.', pleasant: false },
];

export const sizes: string[] = entries('tiny, small, big, huge');

/** Pairs of opposites. */
export const opposites: [string, string][] = entries(
  `big small, old new, long short, hot cold, clean dirty, full empty, wet dry, heavy light, fast slow,
   loud quiet, hard soft, thick thin, strong weak, open closed, rich poor, dark bright, happy sad,
   early late, good bad, sweet sour`,
).map((entry) => {
  const [left = entry, right = entry] = entry.split(' ');
  return [left, right];
});

/** Adjectives that fit any thing one can hold. */
export const thingAdjectives: string[] = entries(
  'big, small, old, new, long, short, clean, dirty, wet, dry, heavy, light, thick, thin, strong, little',
);

/** 'a dog', 'an owl'. */
export const withArticle = (noun: Noun): string => `${noun.article} ${noun.word}`;

/** 'a' or 'an' before these words: describe('orange', 'kite') reads 'an orange kite'. */
export const describe = (...words: string[]): string =>
  `${startsWithVowel(words[0] ?? '') ? 'an' : 'a'} ${words.join(' ')}`;

/** 'a, b and c'; 'a and b'; 'a'. */
export function joinList(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

/** First letter in upper case, the rest unchanged. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'three pears', 'one pear'. */
export const counted = (count: number, noun: Noun): string =>
  `${numbers[count] ?? count} ${count === 1 ? noun.word : noun.plural}`;

/** '1 apple', '3 apples'. */
export const countedInDigits = (count: number, noun: Noun): string =>
  `${count} ${count === 1 ? noun.word : noun.plural}`;

/** The forms of a person's pronoun, with 'was', 'has' and 'is' agreeing. */
export function pronounForms(person: Person) {
  const forms = {
    she: { subject: 'she', object: 'her', possessive: 'her', was: 'was', has: 'has', is: 'is' },
    he: { subject: 'he', object: 'him', possessive: 'his', was: 'was', has: 'has', is: 'is' },
    they: {
      subject: 'they',
      object: 'them',
      possessive: 'their',
      was: 'were',
      has: 'have',
      is: 'are',
    },
  };
  return forms[person.pronoun];
}
