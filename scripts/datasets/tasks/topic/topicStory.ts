import type { RandomStream } from '../../../../src/core/random.ts';
import { days, foods, places, type Person } from '../../../world/lexicon.ts';
import { pets } from '../../../world/cast.ts';
import { expand } from '../../../world/template.ts';
import type { TaskSource } from '../../taskSource.ts';

/** Two sentences of one topic and one that could stand anywhere. */
export const topicStory: TaskSource = {
  id: 'topic_story',
  name: 'What is it about?',
  cluster: 'topic and genre',
  metric: 'accuracy',
  category: 'Text Categorization',
  reasoning: 'Abstraction -> Finding the Topic',
  domain: 'Stories',
  definition:
    'Say what the text is about. Choose one topic: animals, food, weather, travel, play or work.',
  wordings: [
    { text: 'What is it about: animals, food, weather, travel, play or work?', place: 'before' },
    {
      text: 'Topics: work, play, travel, weather, food, animals. Which one fits?',
      place: 'before',
    },
    {
      text: 'Choose the topic of the text: food, animals, play, work, weather, travel.',
      place: 'before',
    },
    { text: 'Sort this text under animals, weather, food, work, play or travel.', place: 'before' },
    { text: 'Is this about play, work, food, animals, travel or weather?', place: 'after' },
    { text: 'Name the topic: travel, weather, work, play, food or animals.', place: 'after' },
  ],
  labels: ['animals', 'food', 'weather', 'travel', 'play', 'work'],
  draw({ stream, people, label }) {
    const lines = stream.sample(topics[label as keyof typeof topics], 2);
    if (stream.chance(0.6)) lines.splice(stream.int(3), 0, stream.pick(neutral));
    return { input: tell(lines, stream, people), output: label };
  },
  explain: ({ output }) => `Most of the text is about ${output}.`,
  mistake: ({ output }, stream) => ({
    output: stream.pick(Object.keys(topics).filter((topic) => topic !== output)),
    explanation: `The text is about ${output}.`,
  }),
};

const neutral = [
  '{a} [smiled|laughed|said nothing].',
  'It was [{day}|a long day|early].',
  '{b} was [happy|proud|surprised|tired].',
  '{a} and {b} are [good|old|] friends.',
  '{a} was [there|not alone|with {b}].',
  '"[Look|Oh|Come here]," said {b}.',
  '{a} told {b} about it.',
  '{b} [was|stood|sat] {at}.',
];

const topics = {
  animals: [
    '[The {animal} of {a}|Every {animal}|The young {animal}] has [bright eyes|a small head|a strange voice].',
    'A {animal} looked at {b}[ for a long time|].',
    '{a} [fed|washed|found|kept] [the|a] {animal}.',
    'The {animal} [has|had] [four|two|three] [small|] babies.',
    'It [wagged its tail|ran in circles|jumped over the wall|hid in the grass].',
    'The {animal} [slept|lay] in the [grass|sun|hay].',
    '{b} is [a little|very] afraid of [the|every] {animal}.',
    'It [opened its mouth|showed its teeth|made a loud noise|has four legs].',
    '{a} [drew|saw|heard] a {animal} {at}.',
    '[A second|Another|A wild] {animal} came [out of the trees|too].',
    'The {animal} and the {other} are [not afraid of each other|on the same farm].',
    '{b} wants to have a {animal} as a pet.',
  ],
  food: [
    '{a} [cooked|made|bought] {mass} for [{b}|dinner|lunch].',
    'There was {mass} and a {food} on the [plate|table].',
    '{b} ate [two plates of it|it all|too much].',
    'The {food} [tasted|was] [sweet|good|sour].',
    '{a} was hungry and [cut|ate] the {food}.',
    '[Dinner|Lunch|Breakfast] was {mass} again.',
    '{b} drank some [juice|milk|tea] with it.',
    'They [baked|shared|ate] a {food}[ cake|].',
    '[A bit of salt|Some honey|A little butter] made it taste better.',
    '{a} asked for more {mass}.',
    '{b} [likes|does not like] {mass} with [a {food}|bread].',
    'The kitchen smelled of {mass}.',
  ],
  weather: [
    'It [rained|snowed] [all day|all night] {at}.',
    'The wind [was strong|blew hard] [and cold|] {at}.',
    'Dark clouds came over the {place}.',
    '[Snow|Ice|Fog] [lay|was] on the [{place}|road].',
    'Then the [sun came out|rain stopped|sky turned blue].',
    'There was thunder [in the night|over the {place}].',
    '{a} could see nothing in the [fog|snow|rain].',
    'The [storm|rain|cold] was over on {day}.',
    '{b} hoped for a [warm and dry|sunny] day.',
    'The [rain|snow] made {a} wet.',
    'It was the [hottest|coldest] day of the year.',
    'A rainbow stood over the {place}.',
  ],
  travel: [
    '{a} took the [train|bus|ship] to the {place}.',
    'The [bus|train] left [early|late] on {day}.',
    '{b} packed a [big|small] bag for the trip.',
    'The road to the {place} was long.',
    '{a} bought a ticket and waited for the [bus|train].',
    'They drove for [three|five|two] hours.',
    'The [ship|train] reached the [coast|city] at last.',
    '{b} looked at the map to find the way.',
    'From the {place} they went on by [train|bus|car].',
    '{a} came back from the [trip|journey] on {day}.',
    'They [crossed|saw] the border at night.',
    '{b} has never been so far from home.',
  ],
  play: [
    '{a} threw the ball to {b}.',
    'They played a [new|] game {at}.',
    '{b} [won|lost|loved] the game.',
    '{a} built a tower of toys.',
    'They hid and {b} counted to [ten|twenty].',
    '{a} kicked the ball over the [wall|gate].',
    '{b} flew a kite {at}.',
    'The doll of {a} got a new [dress|hat].',
    'They took turns on the swing.',
    '{a} ran fast and won the race.',
    '{b} has a box full of toys.',
    'The children [danced|jumped|ran] in a ring and sang.',
  ],
  work: [
    '{a} is a [teacher|nurse|baker|driver] and starts at [eight|six|seven].',
    'The [baker|tailor] sold everything on {day}.',
    '{b} [fixed|painted] the roof[ with a hammer|] for [money|the farmer].',
    '{a} earns money [in the shop|as a cook|as a singer].',
    'The [doctor|nurse] had many people to see.',
    '{b} wrote ten letters in the office.',
    'The boss [thanked|paid] {a} for the [good|hard] work.',
    '{a} paints houses all week.',
    'After the long shift {b} got paid.',
    'The [farmer|builder] and {b} worked on {day} too.',
    '{b} wants to be a [sailor|doctor|gardener|builder] one day.',
    'The new job of {a} is hard.',
  ],
};

const dishes = ['soup', 'cheese', 'rice', 'fish', 'pie', 'salad'];

function tell(lines: readonly string[], stream: RandomStream, people: readonly Person[]): string {
  const [a, b] = stream.sample(people, 2).map(({ name }) => name) as [string, string];
  const [animal, other] = stream.sample(pets, 2).map(({ word }) => word) as [string, string];
  return lines
    .map((line) => {
      const place = stream.pick(places);
      const words: Record<string, string> = {
        ...{ a, b, animal, other, place: place.word, at: place.at },
        mass: stream.pick(dishes),
        food: stream.pick(foods.filter(({ article }) => article === 'a')).word,
        day: stream.pick(days),
      };
      return expand(line, stream, (slot) => words[slot] ?? slot);
    })
    .join(' ');
}
