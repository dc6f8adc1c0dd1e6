import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  foods,
  joinList,
  numbers,
  people,
  places,
  things,
  type Noun,
  type Person,
} from '../world/lexicon.ts';
import { makeStory, type Story } from '../world/story.ts';
import { askAndAnswer, isItTrue, readersOf } from './askedAndAnswered.ts';
import { bare, joinParts, lowerStart, upperStart, wholeWord } from './sentences.ts';

type Tail = (story: Story, stream: RandomStream) => string;

const say = (stream: RandomStream, ...wordings: string[]): string => stream.pick(wordings);

const retell: Tail = (story, stream) =>
  say(
    stream,
    `So ${lowerStart(story.summary)}`,
    `In one sentence: ${story.summary}`,
    `In short, ${lowerStart(story.summary)}`,
    `That was the story. ${story.summary}`,
    `To sum up: ${lowerStart(story.summary)}`,
    `Later somebody asked what had happened. "${bare(story.summary)}," was the answer.`,
    `What is the story about? ${story.summary}`,
  );

function countedList(kind: string, plural: string, items: string[], stream: RandomStream): string {
  const many = items.length !== 1;
  const count = numbers[items.length] ?? String(items.length);
  const listed = joinList(items);
  return say(
    stream,
    `There ${many ? 'are' : 'is'} ${count} ${many ? plural : kind} in the story: ${listed}.`,
    `${capitalise(plural)} in the story: ${items.join(', ')}.`,
    `The ${many ? plural : kind} in it ${many ? 'are' : 'is'} ${listed}.`,
    `How many ${plural} are in it? ${capitalise(count)}: ${listed}.`,
    `It names ${count} ${many ? plural : kind}, ${listed}.`,
    `"Which ${plural} does the story name?" "${capitalise(listed)}."`,
  );
}

const lists: Tail = (story, stream) => {
  const kinds: [string, string, string[]][] = [
    ['person', 'people', story.people],
    ['place', 'places', story.places],
    ['thing', 'things', story.things],
    ['animal', 'animals', story.animals],
    ['food', 'foods', story.foods],
    ['colour', 'colours', story.colours],
  ];
  const filled = kinds.filter(([, , items]) => items.length > 0);
  const chosen = stream.chance(0.5) ? stream.sample(filled, 1) : stream.sample(filled, 2);
  const empty = kinds.filter(([, , items]) => items.length === 0);
  const lines = chosen.map(([kind, plural, items]) => countedList(kind, plural, items, stream));
  if (empty.length > 0 && stream.chance(0.2)) lines.push(`It names no ${stream.pick(empty)[0]}.`);
  return lines.join(' ');
};

const questions: Tail = (story, stream) => {
  const readers = readersOf(story, stream);
  const facts = stream.sample(story.facts, 1 + stream.int(3));
  const rounds = facts.map((fact) =>
    (stream.chance(0.6) ? askAndAnswer : isItTrue)(fact, readers, stream),
  );
  return joinParts(rounds, stream.chance(0.5) ? '\n' : ' ');
};

const otherWords: Tail = (story, stream) => {
  const fact = stream.pick(story.facts);
  return say(
    stream,
    `In other words, ${lowerStart(fact.statement)}`,
    `That means that ${lowerStart(fact.statement)}`,
    `We know that ${lowerStart(fact.statement)} It does not follow that ${lowerStart(fact.falseStatement)}`,
    `If all this is true, then ${lowerStart(fact.statement)}`,
    `It cannot be that ${lowerStart(fact.falseStatement)}`,
  );
};

const order: Tail = (story, stream) => {
  const { events } = story;
  if (events.length < 2) return retell(story, stream);
  const [first = '', second = ''] = events;
  return say(
    stream,
    `First ${first}, then ${second}.`,
    `Before ${second}, ${first}.`,
    `After ${first}, ${second}.`,
    `${upperStart(second)}, but before that ${first}.`,
    `What came first? ${upperStart(first)}.`,
    `What came next? ${upperStart(second)}.`,
    `In order: ${events.map((event, i) => `${i + 1}. ${event}`).join(', ')}.`,
    `The first thing that happened: ${first}. The last: ${events[events.length - 1]}.`,
  );
};

const swappable: readonly Noun[][] = [things, animals, foods];

/** The same sentence once more with another word in one place. */
const swapped: Tail = (story, stream) => {
  const words = [...story.things, ...story.animals, ...story.foods, ...story.people];
  const target = stream.pick(words);
  const sentences = story.sentences.filter((sentence) => wholeWord(target).test(sentence));
  if (sentences.length === 0) return retell(story, stream);
  const sentence = stream.pick(sentences);
  const group = swappable.find((nouns) => nouns.some((noun) => noun.word === target));
  const vowel = /^[aeiou]/.test(target);
  const fits = (nouns: readonly Noun[]): Noun[] =>
    nouns.filter((noun) => /^[aeiou]/.test(noun.word) === vowel && noun.word !== target);
  const sameKind = fits(group ?? []);
  const other = group
    ? stream.pick(sameKind.length > 0 ? sameKind : fits(swappable.flat())).word
    : stream.pick(people.filter((person) => !story.people.includes(person.name))).name;
  const changed = sentence.replace(wholeWord(target), other);
  return say(
    stream,
    `With ${other} for ${target} it would be: ${changed}`,
    `Now put ${other} where it says ${target}: ${changed}`,
    `"${sentence}" Say ${other} instead of ${target}, and you get: "${changed}"`,
    `Replace ${target} by ${other}: ${changed}`,
    `Somebody else told it with ${other} instead of ${target}: ${changed}`,
  );
};

const quoted: Tail = (story, stream) => {
  const at = stream.int(story.sentences.length);
  const sentence = story.sentences[at]!;
  const word = stream.pick([...story.people, ...story.things, ...story.places]);
  const found = story.sentences.find((text) => wholeWord(word).test(text));
  const where = at === 0 ? 'first' : at === story.sentences.length - 1 ? 'last' : undefined;
  if (where && stream.chance(0.5)) return `The ${where} sentence is: ${sentence}`;
  return found
    ? `The sentence with the word ${word} is this one: ${found}`
    : `Read this again: ${sentence}`;
};

const headed: Tail = (story, stream) =>
  say(
    stream,
    `A good title is "${story.title}".`,
    `"${story.title}" – that is what we call this story.`,
    `The story is called "${story.title}".`,
    `What shall we call it? "${story.title}".`,
  );

const unknown: Tail = (story, stream) => {
  const free = people.filter((person) => !story.people.includes(person.name));
  const name = stream.pick(free).name;
  const place = stream.pick(places.filter(({ word }) => !story.places.includes(word)));
  return say(
    stream,
    `Was ${name} there? The story does not say so.`,
    `"And where was ${name}?" "That is not said."`,
    `Nothing is said about ${name}.`,
    `Does it name the ${place.word}? No.`,
    `Does it name ${story.people[0]}? Yes. Does it name ${name}? No.`,
    `Maybe ${name} was ${place.at}, maybe not; we do not know.`,
  );
};

const categories = [
  ['a person', people.map(({ name }) => name)],
  ['a colour', colours],
  ['an animal', animals.map(({ word }) => word)],
  ['a food', foods.map(({ word }) => word)],
] as const;

const naming: Tail = (story, stream) => {
  const [kind, words] = stream.pick(categories);
  const found = words.find((word) => new RegExp(`\\b${word}\\b`).test(story.text));
  return found ? `Does it name ${kind}? Yes, ${found}.` : `Does it name ${kind}? No.`;
};

const tails: Tail[] = [
  retell,
  retell,
  lists,
  lists,
  questions,
  questions,
  questions,
  otherWords,
  order,
  swapped,
  swapped,
  quoted,
  headed,
  unknown,
  naming,
];

const links = ['The next day', 'A week later', 'Some time later', 'After that', 'The same evening'];

function secondStory(story: Story, stream: RandomStream): Story {
  const roles = people.filter((person: Person) => story.people.includes(person.name));
  const next = makeStory(stream, { roles: stream.shuffle(roles).slice(0, 3) });
  return next.text.startsWith('It was') || next.sentences.length > 5
    ? makeStory(stream, { roles })
    : next;
}

/** A story, often with a heading, a retelling, questions, lists or changes afterwards. */
export function storyDocument(stream: RandomStream): string {
  const story = makeStory(stream);
  const parts: string[] = [];
  const heading = stream.chance(0.3);
  if (heading) parts.push(story.title);
  const lead = stream.chance(0.12)
    ? stream.pick([
        'Once upon a time there was a small town. ',
        'Listen to this. ',
        'Here is what happened. ',
        'My grandmother told me this. ',
      ])
    : '';
  parts.push(lead + story.text);
  if (stream.chance(0.22)) {
    const next = secondStory(story, stream);
    parts.push(`${stream.pick(links)} something else happened. ${next.text}`);
    if (stream.chance(0.3)) parts.push(retell(next, stream));
    return parts.join('\n');
  }
  const count = stream.weighted([0.15, 0.4, 0.3, 0.15]);
  const chosen = [...new Set(stream.sample(tails, count))];
  parts.push(
    ...chosen.filter((tail) => !(heading && tail === headed)).map((tail) => tail(story, stream)),
  );
  const [title, ...rest] = heading ? parts : ['', ...parts];
  const body = joinParts(rest, stream.chance(0.7) ? '\n' : ' ');
  return title ? `${title}\n${body}` : body;
}
