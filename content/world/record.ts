import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  colours,
  days,
  describe,
  foods,
  jobs,
  joinList,
  materials,
  people as everybody,
  places,
  pronounForms,
  things,
  withArticle,
  type Person,
} from './lexicon.ts';

export interface DataRecord {
  fields: [key: string, value: string][];
  /** 'name: Ana; job: baker; place: hill'. */
  text: string;
  /** One sentence that says every field. */
  sentence: string;
}

type Told = Pick<DataRecord, 'fields' | 'sentence'>;
type Teller = (stream: RandomStream, people: readonly Person[]) => Told;

function personRecord(stream: RandomStream, people: readonly Person[]): Told {
  const person = stream.pick(people);
  const job = stream.pick(jobs);
  const place = stream.pick(places);
  const extras = [
    { key: 'animal', value: stream.pick(animals), verb: 'has' },
    { key: 'food', value: stream.pick(foods), verb: 'likes' },
  ];
  const extra = stream.pick(extras);
  const he = pronounForms(person);
  const fields: [string, string][] = [
    ['name', person.name],
    ['job', job.word],
    ['place', place.word],
  ];
  let sentence = stream.pick([
    `${person.name} is ${withArticle(job)} ${place.at}`,
    `${person.name} works ${place.at} as ${withArticle(job)}`,
    `${person.name}, ${withArticle(job)}, lives ${place.at}`,
  ]);
  if (stream.chance(0.5)) {
    fields.push([extra.key, extra.value.word]);
    const plural = he.subject === 'they';
    const verb = extra.verb === 'has' ? he.has : plural ? 'like' : 'likes';
    sentence += ` and ${he.subject} ${verb} ${extra.verb === 'has' ? withArticle(extra.value) : extra.value.plural}`;
  }
  return { fields, sentence };
}

function thingRecord(stream: RandomStream): Told {
  const thing = stream.pick(things);
  const colour = stream.pick(colours);
  const material = stream.pick(materials);
  const price = 2 + stream.int(18);
  const sentence = stream.pick([
    `The ${colour} ${thing.word} is made of ${material} and costs ${price} coins`,
    `For ${price} coins you can buy ${describe(colour, thing.word)} made of ${material}`,
    `This ${thing.word} is ${colour}, it is made of ${material}, and the price is ${price} coins`,
  ]);
  return {
    fields: [
      ['thing', thing.word],
      ['colour', colour],
      ['material', material],
      ['price', `${price} coins`],
    ],
    sentence,
  };
}

function petRecord(stream: RandomStream, people: readonly Person[]): Told {
  const [owner, pet] = stream.sample(people, 2) as [Person, Person];
  const animal = stream.pick(animals);
  const colour = stream.pick(colours);
  const food = stream.pick(foods);
  const sentence = stream.pick([
    `${pet.name} is ${describe(colour, animal.word)} that belongs to ${owner.name} and eats ${food.plural}`,
    `${owner.name} has ${describe(colour, animal.word)} called ${pet.name}, which eats ${food.plural}`,
  ]);
  return {
    fields: [
      ['pet', pet.name],
      ['animal', animal.word],
      ['colour', colour],
      ['owner', owner.name],
      ['food', food.plural],
    ],
    sentence,
  };
}

function meetingRecord(stream: RandomStream, people: readonly Person[]): Told {
  const guests = stream.sample(people, 2 + stream.int(2)).map((person) => person.name);
  const place = stream.pick(places);
  const day = stream.pick(days);
  const what = stream.pick(['party', 'picnic', 'game', 'race', 'dinner', 'lesson']);
  const sentence = stream.pick([
    `${joinList(guests)} meet ${place.at} on ${day} for a ${what}`,
    `On ${day} there is a ${what} ${place.at} with ${joinList(guests)}`,
  ]);
  return {
    fields: [
      ['event', what],
      ['place', place.word],
      ['day', day],
      ['guests', guests.join(', ')],
    ],
    sentence,
  };
}

const tellers: Teller[] = [personRecord, thingRecord, petRecord, meetingRecord];

/** 'name: Ana; job: baker' */
export const fieldsText = (fields: DataRecord['fields']): string =>
  fields.map(([key, value]) => `${key}: ${value}`).join('; ');

/** A record of three to five fields and a sentence that says all of them. */
export function makeRecord(
  stream: RandomStream,
  people: readonly Person[] = everybody,
): DataRecord {
  const { fields, sentence } = stream.pick(tellers)(stream, people);
  return {
    fields,
    text: fieldsText(fields),
    sentence: `${sentence}.`,
  };
}
