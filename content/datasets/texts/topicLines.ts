import type { RandomStream } from '../../../src/core/random.ts';
import { pets } from '../../world/cast.ts';
import { days, foods, places, type Person } from '../../world/lexicon.ts';
import { expand } from '../../world/template.ts';

/** Short sentences by topic; words of one topic also turn up in lines of others. */
const lines = {
  animals: [
    'The {animal} [slept|ran|lay] in the grass.',
    '{a} [fed|washed|found] a {animal}.',
    'The {animal} has [four|two|three] babies.',
    'A {animal} looked at {a}.',
    'The {animal} made a loud noise.',
    'The {animal} hid under the table.',
    '{a} wants to have a {animal}.',
  ],
  food: [
    '{a} [cooked|made|ate] {mass}.',
    'There was a {food} on the plate.',
    'The {mass} was [sweet|hot|good].',
    '{a} was hungry and cut the {food}.',
    'For lunch there was {mass}.',
    '{a} asked for more {mass}.',
    'They shared a {food}.',
  ],
  weather: [
    'It [rained|snowed] all day.',
    'The wind was [strong|cold].',
    'Dark clouds came over the {place}.',
    'The sun came out.',
    'There was fog on the road.',
    'The storm was over on {day}.',
    'The rain made {a} wet.',
  ],
  travel: [
    '{a} took the [train|bus|ship].',
    'The [bus|train] left early.',
    '{a} packed a bag for the trip.',
    'The road to the {place} was long.',
    '{a} bought a ticket.',
    'They drove for [three|five|two] hours.',
    'The ship came on {day}.',
  ],
  work: [
    '{a} is a [teacher|nurse|baker|driver].',
    'The boss thanked {a}.',
    '{a} wrote letters in the office.',
    'The [doctor|tailor|farmer] works on {day}.',
    'The new job of {a} is hard.',
    '{a} paints houses for money.',
    'After work {a} got paid.',
  ],
} as const;

export type Topic = keyof typeof lines;
export const topics = Object.keys(lines) as Topic[];

/** One sentence about the topic. */
export function topicLine(stream: RandomStream, topic: Topic, { name }: Person): string {
  const words: Record<string, string> = {
    a: name,
    animal: stream.pick(pets).word,
    mass: stream.pick(['soup', 'cheese', 'rice', 'bread', 'honey']),
    food: stream.pick(foods.filter(({ article }) => article === 'a')).word,
    place: stream.pick(places).word,
    day: stream.pick(days),
  };
  return expand(stream.pick<string>(lines[topic]), stream, (slot) => words[slot] ?? slot);
}
