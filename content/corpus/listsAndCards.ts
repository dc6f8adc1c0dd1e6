import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  counted,
  countedInDigits,
  days,
  describe,
  foods,
  joinList,
  numbers,
  people,
  places,
  pronounForms,
  things,
  withArticle,
  type Noun,
  type Person,
} from '../world/lexicon.ts';
import { makeRecord } from '../world/record.ts';
import { answer } from './answers.ts';

function card(stream: RandomStream): string {
  const { fields, text, sentence } = makeRecord(stream);
  const lines = fields.map(([key, value]) => `${capitalise(key)}: ${value}`).join('\n');
  const [key, value] = stream.pick(fields);
  const fact = stream.chance(0.4)
    ? stream.pick([` The ${key} is ${value}.`, `\nWhat is the ${key}? ${capitalise(value)}.`])
    : '';
  return (
    stream.pick([
      `${lines}\n${sentence}`,
      `${sentence}\n${lines}`,
      `Card: ${text}\n${sentence}`,
      `${text}\nThat means: ${sentence}`,
      `${sentence} On the card: ${text}.`,
    ]) + fact
  );
}

function packing(stream: RandomStream): string {
  const person = stream.pick(people);
  const items = stream.sample([...things, ...foods], 2 + stream.int(4));
  const listed = joinList(items.map(withArticle));
  const count = numbers[items.length]!;
  const place = stream.pick(places);
  const he = pronounForms(person);
  return stream.pick([
    `${person.name} packed ${count} things, ${listed}. Then ${he.subject} went to the ${place.word}.`,
    `${person.name}'s list: ${items.map(({ word }) => word).join(', ')}. So ${he.subject} bought ${listed}.`,
    `What was in ${person.name}'s bag? ${capitalise(listed)}.`,
    `${person.name} saw ${count} things ${place.at}: ${listed}. The first was ${withArticle(items[0]!)}, the last ${withArticle(items[items.length - 1]!)}.`,
    `Shopping list\n${items.map(({ word }) => `- ${word}`).join('\n')}\n${person.name} came home with ${listed}.`,
  ]);
}

function sorted(stream: RandomStream): string {
  const groups: [string, Noun[]][] = [
    ['animals', animals],
    ['things', things],
    ['foods', foods],
  ];
  const [first, second] = stream.sample(groups, 2) as [[string, Noun[]], [string, Noun[]]];
  const [left, right] = [
    stream.sample(first[1], 1 + stream.int(3)),
    stream.sample(second[1], 1 + stream.int(3)),
  ];
  const all = stream.shuffle([...left, ...right]).map(({ word }) => word);
  const words = (nouns: Noun[]): string =>
    joinList(all.filter((word) => nouns.some((noun) => noun.word === word)));
  const one = (count: number, plural: string): string =>
    `${numbers[count]} ${count === 1 ? plural.slice(0, -1) : plural}`;
  return stream.pick([
    `The list says ${all.join(', ')}. That is ${one(left.length, first[0])} and ${one(right.length, second[0])}.`,
    `${capitalise(all.join(', '))}.\n${capitalise(first[0])}: ${words(left)}.\n${capitalise(second[0])}: ${words(right)}.`,
    `From ${joinList(all)} we put ${words(left)} with the ${first[0]} and ${words(right)} with the ${second[0]}.`,
  ]);
}

function guests(stream: RandomStream): string {
  const came = stream.sample(people, 2 + stream.int(4)).map(({ name }) => name);
  const place = stream.pick(places);
  const day = stream.pick(days);
  const count = numbers[came.length]!;
  return stream.pick([
    `There were ${count} people ${place.at}: ${joinList(came)}.`,
    `${joinList(came)} met ${place.at} on ${day}. How many were they? ${capitalise(count)}.`,
    `Who came on ${day}? ${joinList(came)} came.`,
    `The guests on ${day}: ${came.join(', ')}. First came ${came[0]}, last came ${came[came.length - 1]}.`,
    `The names by the alphabet: ${[...came].sort().join(', ')}. By the door they stood like this: ${came.join(', ')}.`,
  ]);
}

function table(stream: RandomStream): string {
  const owners = stream.sample(people, 3) as [Person, Person, Person];
  const nouns = stream.sample([...things, ...animals], 3);
  const shades = stream.sample(colours, 3);
  const rows = owners.map((owner, i) => `${owner.name} | ${nouns[i]!.word} | ${shades[i]}`);
  const at = stream.int(3);
  const [owner, noun, shade] = [owners[at]!, nouns[at]!, shades[at]!];
  const question = stream.pick([
    `Who has the ${noun.word}? ${answer(owner.name)}.`,
    `What does ${owner.name} have? ${answer(capitalise(withArticle(noun)))}.`,
    `${owner.name} has ${describe(shade, noun.word)}.`,
    `Which colour is the ${noun.word}? ${answer(capitalise(shade))}.`,
    `Whose is the ${shade} one? ${answer(owner.name)}'s.`,
  ]);
  return `name | what | colour\n${rows.join('\n')}\n${question}`;
}

function sums(stream: RandomStream): string {
  const person = stream.pick(people);
  const noun = stream.pick([...foods, ...animals, ...things]);
  const [had, change] = [2 + stream.int(9), 1 + stream.int(8)];
  const he = pronounForms(person);
  const grows = change >= had || stream.chance(0.5);
  const left = grows ? had + change : had - change;
  const verb = grows
    ? stream.pick(['bought', 'got', 'found'])
    : stream.pick(['gave away', 'lost', 'sold']);
  const digits = stream.chance(0.5);
  const amount = (count: number): string =>
    digits ? countedInDigits(count, noun) : counted(count, noun);
  return stream.pick([
    `${person.name} had ${amount(had)}. ${capitalise(he.subject)} ${verb} ${digits ? change : numbers[change]}. Now ${he.subject} ${he.has} ${answer(amount(left))}.`,
    `${person.name} had ${amount(had)} and ${verb} ${digits ? change : numbers[change]}. How many now? ${answer(capitalise(amount(left)))}.`,
    `From ${had}, ${grows ? 'add' : 'take'} ${change}: that is ${answer(`${left}`)}.`,
    `${had} ${grows ? '+' : '-'} ${change} = ${answer(`${left}`)}`,
    `${had} ${grows ? 'and' : 'less'} ${change} is ${answer(`${left}`)}.`,
    `${capitalise(numbers[had]!)} ${grows ? 'and' : 'less'} ${numbers[change]} is ${answer(numbers[left]!)}.`,
  ]);
}

function series(stream: RandomStream): string {
  const step = 1 + stream.int(5);
  const count = 3 + stream.int(4);
  const start = stream.int(stream.chance(0.5) ? 20 : 150);
  const rising = Array.from({ length: count + 1 }, (_, i) => start + i * step);
  const all = stream.chance(0.6) ? rising : rising.reverse();
  const [values, next] = [all.slice(0, count), all[count]!];
  return stream.pick([
    `${values.join(', ')}, ${answer(`${next}`)}.`,
    `After ${values.join(', ')} comes ${answer(`${next}`)}.`,
    `${values.join(', ')} – what comes next? ${answer(`${next}`)}.`,
  ]);
}

const makers = [card, card, packing, sorted, guests, table, table, sums, sums, series];

/** Name cards, price tags, shopping lists, small tables, sums: each with a sentence that says it. */
export function listDocument(stream: RandomStream): string {
  const chosen = stream.chance(0.4) ? [stream.pick(makers)] : makers;
  return Array.from({ length: 2 + stream.int(3) }, () => stream.pick(chosen)(stream)).join('\n');
}
