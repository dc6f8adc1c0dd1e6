import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  foods,
  people,
  places,
  pronounForms,
  things,
  withArticle,
  type Person,
} from '../world/lexicon.ts';
import { inFewWords, yesNo, type Reading, type Readings } from './orderedReadings.ts';

/** Two people who meet, and what one of them does, called by a pronoun. */
interface Meeting {
  readonly text: string;
  readonly names: readonly [string, string];
  readonly meant: Person;
  readonly other: Person;
  readonly pronoun: string;
  /** Whose thing it is, or who did something with it. */
  readonly whose: string;
  /** The second sentence with the name instead of the pronoun. */
  readonly named: string;
}

type Order = (meeting: Meeting, stream: RandomStream) => Reading;

const doings = ['had', 'held', 'wanted', 'found', 'carried', 'saw', 'liked', 'lost', 'took'];

function drawMeeting(stream: RandomStream): Meeting {
  const kinds = stream.sample(['she', 'he', 'they'], 2);
  const pair = stream.shuffle(kinds).map((pronoun) => {
    return stream.pick(people.filter((person) => person.pronoun === pronoun));
  }) as [Person, Person];
  const [meant, other] = stream.shuffle(pair) as [Person, Person];
  const names = [pair[0].name, pair[1].name] as const;
  const thing = stream.pick(stream.pick([things, animals, foods]));
  const { subject, possessive } = pronounForms(meant);
  const verb = stream.pick(doings);
  const meeting = stream.pick([
    `${names[0]} met ${names[1]} ${stream.pick(places).at}.`,
    `${names[0]} and ${names[1]} sat ${stream.pick(places).at}.`,
    `${names[0]} came with ${names[1]}.`,
    `There were ${names[0]} and ${names[1]}.`,
  ]);
  const shared = { names, meant, other };
  return stream.chance(0.4)
    ? {
        ...shared,
        text: `${meeting} ${other.name} ${verb} ${possessive} ${thing.word}.`,
        pronoun: possessive,
        whose: `Whose ${thing.word} is it?`,
        named: `${other.name} ${verb} the ${thing.word} of ${meant.name}.`,
      }
    : {
        ...shared,
        text: `${meeting} ${capitalise(subject)} ${verb} ${withArticle(thing)}.`,
        pronoun: subject,
        whose: `Who ${verb} the ${thing.word}?`,
        named: `${meant.name} ${verb} ${withArticle(thing)}.`,
      };
}

const who: Order = ({ text, pronoun, meant, names }, stream) => ({
  order: stream.pick([
    `Who is ${pronoun}?`,
    `Say the name for "${pronoun}".`,
    `Find out who ${pronoun} is. Just the name.`,
    `One of the two is ${pronoun}. Which one?`,
    `Name the person: ${pronoun}.`,
  ]),
  text,
  said: meant.name,
  choices: names,
});

const asked: Order = ({ text, whose, meant, names }, stream) => ({
  order: stream.pick(inFewWords),
  text,
  question: whose,
  said: meant.name,
  choices: names,
});

const replaced: Order = ({ text, pronoun, named }, stream) => ({
  order: stream.pick([
    `Say the end with a name and without ${pronoun}.`,
    `Tell the second sentence with the name of the person.`,
    `Put the right name where ${pronoun} stands and say that sentence.`,
  ]),
  text,
  said: named,
});

const judged: Order = ({ text, pronoun, meant, other }, stream) => {
  const isSo = stream.chance(0.5);
  const { name } = isSo ? meant : other;
  return { ...yesNo(isSo, stream), text, question: `Is ${pronoun} ${name}?` };
};

const orders = [who, who, asked, asked, replaced, judged];

/** Orders about two people, one of whom is a 'she' or 'he' in the next sentence. */
export const ofPronouns: Readings = (stream) => {
  const meeting = drawMeeting(stream);
  return stream.sample(orders, 2 + stream.int(2)).map((order) => order(meeting, stream));
};
