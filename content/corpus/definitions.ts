import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  describe,
  foods,
  jobs,
  joinList,
  materials,
  opposites,
  places,
  thingAdjectives,
  things,
  withArticle,
  type Noun,
} from '../world/lexicon.ts';
import { categories } from './listExercises.ts';

const groups: [string, Noun[]][] = [
  ['animal', animals],
  ['thing', things],
  ['food', foods],
];

const traits: Record<string, string> = {
  dog: 'it barks',
  cat: 'it catches mice',
  horse: 'one can ride it',
  cow: 'it gives milk',
  pig: 'it likes mud',
  sheep: 'it gives wool',
  goat: 'it climbs on rocks',
  duck: 'it swims on the lake',
  hen: 'it lays eggs',
  mouse: 'it is small and likes cheese',
  rabbit: 'it has long ears',
  fox: 'it is red and clever',
  wolf: 'it lives in the forest',
  bear: 'it is big and likes honey',
  bird: 'it can fly',
  frog: 'it jumps and is green',
  fish: 'it lives in water',
  bee: 'it makes honey',
  owl: 'it wakes at night',
  donkey: 'it carries bags',
  turtle: 'it is slow',
  snake: 'it has no legs',
  lion: 'it is strong and yellow',
  monkey: 'it climbs trees',
  hat: 'you wear it on the head',
  cup: 'you drink from it',
  box: 'you keep things in it',
  kite: 'it flies in the wind',
  ball: 'you can throw it',
  book: 'you read it',
  lamp: 'it gives light',
  key: 'it opens a door',
  bag: 'you carry things in it',
  drum: 'you beat it',
  bell: 'it rings',
  rope: 'you tie things with it',
  coat: 'it keeps you warm',
  chair: 'you sit on it',
  table: 'you eat at it',
  boat: 'it swims on water',
  clock: 'it shows the time',
  doll: 'children play with it',
  spoon: 'you eat soup with it',
  plate: 'food lies on it',
  knife: 'it cuts bread',
  basket: 'you carry apples in it',
  bottle: 'there is water in it',
  blanket: 'it keeps you warm in bed',
  scarf: 'you wear it round the neck',
  ring: 'you wear it on a finger',
  coin: 'you pay with it',
  pen: 'you write with it',
  pencil: 'you draw with it',
  map: 'it shows the way',
  letter: 'you send it to a friend',
  umbrella: 'it keeps off the rain',
  mirror: 'you see your face in it',
  candle: 'it burns and gives light',
  brush: 'you paint with it',
  ladder: 'you climb on it',
  bucket: 'you carry water in it',
  flute: 'you make music with it',
  sled: 'it slides on snow',
  wheel: 'it turns',
  apple: 'it grows on a tree',
  pear: 'it is sweet and green',
  plum: 'it is purple',
  banana: 'it is long and yellow',
  lemon: 'it is sour and yellow',
  grape: 'it is small and round',
  cherry: 'it is small and red',
  peach: 'it is soft and sweet',
  melon: 'it is big and full of water',
  carrot: 'it is orange, and rabbits like it',
  potato: 'it grows in the ground',
  tomato: 'it is red and round',
  onion: 'it makes you cry',
  egg: 'it comes from a hen',
  cake: 'it is for a birthday',
  pie: 'it comes hot out of the oven',
  bun: 'a baker makes it',
  sandwich: 'it is two pieces of bread with cheese',
  pancake: 'it is flat and round',
  cookie: 'it is small and sweet',
};

const work: Record<string, string> = {
  baker: 'bakes bread',
  farmer: 'works on the farm',
  teacher: 'teaches at the school',
  doctor: 'helps sick people',
  painter: 'paints pictures',
  singer: 'sings songs',
  driver: 'drives a bus',
  cook: 'makes dinner',
  tailor: 'makes coats',
  sailor: 'sails a boat',
  nurse: 'looks after sick people',
  gardener: 'works in the garden',
  builder: 'builds houses',
  writer: 'writes books',
  actor: 'plays in the theatre',
  clown: 'makes people laugh',
};

type Line = (stream: RandomStream) => string;

const draw = (stream: RandomStream): [string, Noun] => {
  const [group, nouns] = stream.pick(groups);
  return [group, stream.pick(nouns)];
};

const isA: Line = (stream) => {
  const [group, noun] = draw(stream);
  const a = capitalise(withArticle(noun));
  return stream.pick([
    `${a} is a kind of ${group}.`,
    `${a} is ${describe(group)}.`,
    `What is ${withArticle(noun)}? It is ${describe(group)}.`,
    `${capitalise(noun.plural)} are ${group}s.`,
    `The word ${noun.word} is the name of ${describe(group)}.`,
    `What kind of thing is ${withArticle(noun)}? ${capitalise(describe(group))}.`,
  ]);
};

const trait: Line = (stream) => {
  const [group, noun] = draw(stream);
  const text = traits[noun.word]!;
  return stream.pick([
    `${capitalise(withArticle(noun))} is ${describe(group)}; ${text}.`,
    `What is ${describe(group)}, and ${text}? ${capitalise(withArticle(noun))}.`,
    `Think of ${describe(group)}: ${text}. It is ${withArticle(noun)}.`,
    `We know ${withArticle(noun)} by this: ${text}.`,
    `${capitalise(text)}. What is it? ${capitalise(withArticle(noun))}.`,
    `This is about the ${noun.word}: ${text}.`,
  ]);
};

const belongs: Line = (stream) => {
  const [first, second] = stream.sample(groups, 2) as [[string, Noun[]], [string, Noun[]]];
  const members = stream.sample(first[1], 2 + stream.int(2));
  const other = stream.pick(second[1]);
  const mixed = stream.shuffle([...members, other]).map(({ word }) => word);
  return stream.pick([
    `${capitalise(joinList(members.map(({ plural }) => plural)))} are ${first[0]}s, ${withArticle(other)} is not.`,
    `Which one does not belong: ${joinList(mixed, 'or')}? The ${other.word}, because it is ${describe(second[0])}.`,
    `${capitalise(mixed.join(', '))}: all of them are ${first[0]}s but the ${other.word}.`,
    `Of ${joinList(mixed)}, only the ${other.word} is ${describe(second[0])}.`,
  ]);
};

const opposite: Line = (stream) => {
  const fitting = opposites.filter((pair) => pair.some((word) => thingAdjectives.includes(word)));
  const [left, right] = stream.shuffle(stream.pick(fitting)) as [string, string];
  const noun = stream.pick(things).word;
  return stream.pick([
    `The opposite of ${left} is ${right}.`,
    `${capitalise(left)} is the opposite of ${right}.`,
    `What is not ${left} may be ${right}.`,
    `Not ${left}, but ${right}: that is the opposite.`,
    `${capitalise(describe(left, noun))} is not ${describe(right, noun)}.`,
    `If the ${noun} is ${left}, it is not ${right}.`,
    `${capitalise(left)} and ${right} are opposites.`,
  ]);
};

const job: Line = (stream) => {
  const noun = stream.pick(jobs);
  const text = work[noun.word]!;
  return stream.pick([
    `${capitalise(withArticle(noun))} ${text}.`,
    `Somebody who ${text} is ${withArticle(noun)}.`,
    `Who ${text}? ${capitalise(withArticle(noun))}.`,
    `What does ${withArticle(noun)} do? ${capitalise(withArticle(noun))} ${text}.`,
  ]);
};

const members: Line = (stream) => {
  const [name, plural, words] = stream.pick(categories);
  const drawn = stream.sample(words, 3 + stream.int(2));
  return stream.pick([
    `${capitalise(joinList(drawn))} are ${plural}.`,
    `Here are some ${plural}: ${drawn.join(', ')}.`,
    `The word ${drawn[0]} is the name of ${describe(name)}, and so is ${drawn[1]}.`,
    `Name three ${plural}. ${capitalise(joinList(drawn.slice(0, 3)))}.`,
    `"Tell me ${describe(name)}." "${capitalise(drawn[0]!)}."`,
  ]);
};

const material: Line = (stream) => {
  const [noun, stuff, colour] = [stream.pick(things), stream.pick(materials), stream.pick(colours)];
  const place = stream.pick(places).word;
  return stream.pick([
    `This ${noun.word} is made of ${stuff}.`,
    `${capitalise(describe(stuff, noun.word))} is ${withArticle(noun)} made of ${stuff}.`,
    `${capitalise(describe(colour, noun.word))} is ${withArticle(noun)} that is ${colour}.`,
    `If it is ${describe(colour, noun.word)}, then it is ${withArticle(noun)}.`,
    `Not every ${noun.word} is ${colour}.`,
    `A ${place} is a place.`,
    `Every ${colour} ${noun.word} is ${colour}.`,
  ]);
};

const lines: Line[] = [isA, trait, trait, belongs, opposite, job, members, material];

/** Sentences on what words mean, what belongs together and what is the opposite of what. */
export function definitionDocument(stream: RandomStream): string {
  const chosen = stream.chance(0.25) ? [stream.pick(lines)] : lines;
  const texts = Array.from({ length: 4 + stream.int(6) }, () => stream.pick(chosen)(stream));
  return [...new Set(texts)].join(stream.chance(0.5) ? '\n' : ' ');
}
