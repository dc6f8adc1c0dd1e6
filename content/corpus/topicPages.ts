import type { RandomStream } from '../../src/core/random.ts';
import { makeCast } from '../world/cast.ts';
import { capitalise } from '../world/lexicon.ts';
import { expand } from '../world/template.ts';
import { answer } from './answers.ts';

/** What is said about a thing of everyday life; the name of it is not in the sentence. */
const sayings: Record<string, string[]> = {
  animals: [
    'The {n} [runs|sleeps|eats|drinks].',
    'The {n} has two young ones.',
    '{a} gave the {n} some water.',
    'A {n} and a {m} live {p.at}.',
    'The {n} lay in the grass.',
    'Nobody can catch the {n}.',
    'The {n} is afraid of the {m}.',
  ],
  food: [
    '{a} [ate|cooked|cut] the {f}.',
    'The {mass} is [hot|sweet|cold].',
    'For dinner they had {f.s}.',
    '{a} was hungry.',
    'There were two {f2.s} on the plate.',
    '{a} put {mass} on the table.',
    'Lunch was good.',
  ],
  weather: [
    'It is raining.',
    'There is snow {p.at}.',
    'A strong wind blew.',
    'Dark clouds came.',
    'The sun was hot {d.on}.',
    'The fog was thick.',
    'The storm made everybody wet.',
  ],
  travel: [
    'The [bus|train|ship] was late.',
    '{a} drove {p.to} for three hours.',
    'The road is long.',
    '{a} bought two tickets.',
    '{a} packed a bag and left early.',
    'The [bus|train] goes {p.to}.',
    'The trip took two days.',
  ],
  work: [
    '{a} is {j.a}.',
    '{a} has a new job.',
    'The {j} got paid {d.on}.',
    'The boss came to the office.',
    'The {j} has much to do.',
    '{a} works for money.',
    'After work the {j} was tired.',
  ],
  music: [
    '{a} sang a song.',
    'The drum was loud.',
    '{a} plays the flute {d.on}.',
    'They danced to the song.',
    'The bell rang twice.',
  ],
};
export const saidTopics = Object.keys(sayings);

/** Different sentences about the topic. */
export const drawSayings = (stream: RandomStream, topic: string, count: number): string[] =>
  stream
    .sample(sayings[topic]!, count)
    .map((text) => capitalise(expand(text, stream, makeCast(stream).read)));

/** Sentences of one topic or with one of another, and what they are about. */
function block(stream: RandomStream): string {
  const [own, other] = stream.sample(saidTopics, 2) as [string, string];
  const [first, second, third] = drawSayings(stream, own, 3) as [string, string, string];
  const [odd] = drawSayings(stream, other, 1) as [string];
  const mixed = stream.shuffle([first, second, odd]).join(' ');
  return stream.pick([
    `${first} ${second} What is that about? ${answer(own)}.`,
    `${first} ${second} ${third} All of that is about ${answer(own)}.`,
    `${first} It is about ${answer(own)}, not about ${other}.`,
    `${mixed} Which one is about something else? ${answer(odd)}`,
    `${mixed} One is about ${other}: ${answer(odd)}`,
    `${mixed} Which sentence does not belong there? ${answer(odd)}`,
    `${first} ${odd} Which is about ${other}? ${answer(odd)}`,
    `${first} Is that about ${own} or about ${other}? ${answer(own)}.`,
    `${first} ${second} Are both about the same? ${answer('yes')}.`,
    `${first} ${odd} Are both about the same? ${answer('no')}.`,
  ]);
}

/** Short sentences and their topics. */
export const topicDocument = (stream: RandomStream): string =>
  Array.from({ length: 2 + stream.int(4) }, () => block(stream)).join('\n');
