import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  foods,
  people,
  places,
  pronounForms,
  things,
  withArticle,
  type Person,
} from '../world/lexicon.ts';
import { asQuestion, drawPassage, drawWord, naming, unsaidIn, words } from './passages.ts';
import { bare, lowerStart } from './telling.ts';

/** An order to a reader, the text that it is about, and what the reader says. */
export interface Reading {
  readonly order: string;
  readonly text: string;
  readonly question?: string;
  readonly said: string;
  /** What it is chosen from. */
  readonly choices?: readonly string[];
}

/** Several orders for one text: only who reads the order knows what to say. */
export type Readings = (stream: RandomStream) => Reading[];

export const anyWord = (stream: RandomStream): string =>
  stream.pick(stream.chance(0.8) ? naming : colours);

interface Judged {
  readonly isSo: boolean;
  /** 'the word kite is there', 'the writer was happy' */
  readonly claim: string;
}

/** "If so, say kite, else say blue": two words that mean yes and no this once. */
export function signal({ isSo, claim }: Judged, stream: RandomStream): Omit<Reading, 'text'> {
  const [yes, no] = [anyWord(stream), anyWord(stream)] as const;
  const verb = stream.pick(['say', 'write', 'call', 'answer', 'put down', 'tell me']);
  const order = stream.pick([
    `If ${claim}, ${verb} ${yes}, and if not, ${no}.`,
    `${capitalise(verb)} ${yes} when ${claim}, otherwise ${no}.`,
    `When ${claim}, ${verb} ${yes}. When not, ${verb} ${no}.`,
    `The word ${yes} means that ${claim}, ${no} that it is not so. Which one is it?`,
    `${capitalise(verb)} "${yes}" if ${claim}; if it is not so, ${verb} "${no}".`,
    `${capitalise(verb)} either ${yes} or ${no}: ${yes} if ${claim}.`,
  ]);
  return { order, said: isSo ? yes : no };
}

/** Yes or no to something that is claimed. */
export const yesNo = (isSo: boolean, stream: RandomStream): Pick<Reading, 'order' | 'said'> => {
  const [yes, no] = stream.chance(0.8)
    ? ['yes', 'no']
    : stream.pick([
        ['true', 'false'],
        ['right', 'wrong'],
      ]);
  const verb = stream.pick(['Say', 'Write', 'Tell me', 'Put down', 'Decide']);
  const order = stream.pick([
    `${verb} ${yes} or ${no}.`,
    `${capitalise(yes)} or ${no}?`,
    `${verb} only ${yes} or only ${no}.`,
    `Look whether it is so: ${yes} or ${no}.`,
    `Think about it, then ${lowerStart(verb)} ${yes} or ${no}.`,
    `${verb} ${no} if it is not so, else ${yes}.`,
  ]);
  return { order, said: isSo ? yes : no };
};

/** A claim as a question. */
const doubted = (claim: string): string =>
  asQuestion(claim) ?? `Is it so that ${lowerStart(claim)}?`;

const inFewWords = [
  'Be short.',
  'Only the answer, no sentence.',
  'Say just what is asked for.',
  'Use as few words as you can.',
  'Use words that stand there.',
  'Find it and say it.',
  'No whole sentence, please.',
  'What is asked? Say that and nothing else.',
  'Look it up.',
];
const inASentence = [
  'Use a whole sentence.',
  'Say it in a full sentence.',
  'Make a sentence of it.',
  'Not one word but a sentence, please.',
];
const unknown = ['not said', 'unknown', 'nobody knows', 'none', 'nothing', 'no answer'];

/** Orders for a passage of facts that are alike. */
export const ofFacts: Readings = (stream) => {
  const { text, sentences, facts, strange } = drawPassage(stream, 3);
  const unsaid = unsaidIn(text, strange);
  const short = (): Reading => {
    const { question, answer: said } = stream.pick(facts);
    return { order: stream.pick(inFewWords), text, question, said };
  };
  const sentence = (): Reading => {
    const { question, statement } = stream.pick(facts);
    return { order: stream.pick(inASentence), text, question, said: statement };
  };
  const judged = (): Reading => {
    const isSo = stream.chance(0.5);
    const { statement, falseStatement } = stream.pick(facts);
    const claim = bare(isSo ? statement : falseStatement);
    const question = doubted(claim);
    return stream.chance(0.8)
      ? { ...yesNo(isSo, stream), text, question }
      : { ...signal({ isSo, claim: lowerStart(claim) }, stream), text };
  };
  const perhaps = (): Reading => {
    if (unsaid.length === 0 || stream.chance(0.6)) {
      const isSo = stream.chance(0.5);
      const { statement, falseStatement } = stream.pick(facts);
      return maybe(isSo ? statement : falseStatement, isSo ? 'yes' : 'no');
    }
    return maybe(stream.pick(unsaid).statement, 'maybe');
  };
  const maybe = (statement: string, said: string): Reading => ({
    order: stream.pick([
      'Say yes or no, and maybe if nobody tells it.',
      'Is it so? Yes, no, or maybe when one cannot know.',
      'Maybe, yes or no: which one?',
    ]),
    text,
    question: doubted(bare(statement)),
    said,
  });
  const known = (): Reading => {
    const isKnown = unsaid.length === 0 || stream.chance(0.5);
    const { question, answer: found } = stream.pick(isKnown ? facts : unsaid);
    if (stream.chance(0.4))
      return {
        order: stream.pick([
          'Does it tell that? Say yes or no.',
          'Say yes if one can know it, or no.',
          'Is the answer there: yes or no?',
        ]),
        text,
        question,
        said: isKnown ? 'yes' : 'no',
      };
    const no = stream.chance(0.7) ? stream.pick(unknown) : anyWord(stream);
    const order = stream.pick([
      `Say it, or "${no}" if it is not there.`,
      `When nobody tells it, say ${no}. When somebody does, say what.`,
      `Look it up. If you cannot find it: ${no}.`,
    ]);
    return { order, text, question, said: isKnown ? found : no };
  };
  const named = (): Reading => {
    const isSo = stream.chance(0.5);
    const word = drawWord(text, isSo, stream);
    const claim = stream.pick([
      `the word ${word} is there`,
      `it has ${word} in it`,
      `somebody says ${word}`,
      `you see the word "${word}"`,
    ]);
    if (stream.chance(0.5)) return { ...signal({ isSo, claim }, stream), text };
    const { order, said } = yesNo(isSo, stream);
    return { order: `Is it so that ${claim}? ${order}`, text, said };
  };
  const picked = (): Reading => {
    const found = stream.pick(sentences);
    const others = sentences.filter((other) => other !== found).flatMap(words);
    const own = words(found).filter((word) => !others.includes(word));
    if (own.length === 0) return short();
    const word = stream.pick(own);
    if (stream.chance(0.5))
      return { order: `Say the sentence that has ${word} in it.`, text, said: found };
    const end = anyWord(stream);
    const order = stream.pick([
      `Say the sentence where you see ${word}, and after it ${end}.`,
      `In which sentence is "${word}"? Tell it and end with ${end}.`,
    ]);
    return { order, text, said: `${found} ${end}` };
  };
  const kinds = [short, short, short, judged, judged, sentence, perhaps, known, named, picked];
  return Array.from({ length: 2 + stream.int(2) }, () => stream.pick(kinds)());
};

const doings = ['had', 'held', 'wanted', 'found', 'carried', 'saw', 'liked', 'lost', 'took'];

/** Orders about two people, one of whom is a 'she' or 'he' in the next sentence. */
export const ofPronouns: Readings = (stream) => {
  const kinds = stream.sample(['she', 'he', 'they'], 2);
  const pair = stream.shuffle(kinds).map((pronoun) => {
    return stream.pick(people.filter((person) => person.pronoun === pronoun));
  }) as [Person, Person];
  const [meant, other] = stream.shuffle(pair) as [Person, Person];
  const names = pair.map(({ name }) => name) as [string, string];
  const thing = stream.pick(stream.pick([things, animals, foods]));
  const { subject, possessive } = pronounForms(meant);
  const verb = stream.pick(doings);
  const meeting = stream.pick([
    `${names[0]} met ${names[1]} ${stream.pick(places).at}.`,
    `${names[0]} and ${names[1]} sat ${stream.pick(places).at}.`,
    `${names[0]} came with ${names[1]}.`,
    `There were ${names[0]} and ${names[1]}.`,
  ]);
  const isOwner = stream.chance(0.4);
  const rest = isOwner ? `the ${thing.word}` : withArticle(thing);
  const last = isOwner
    ? `${other.name} ${verb} ${possessive} ${thing.word}.`
    : `${capitalise(subject)} ${verb} ${rest}.`;
  const text = `${meeting} ${last}`;
  const pronoun = isOwner ? possessive : subject;
  const who = (): Reading => ({
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
  const asked = (): Reading => ({
    order: stream.pick(inFewWords),
    text,
    question: isOwner ? `Whose ${thing.word} is it?` : `Who ${verb} the ${thing.word}?`,
    said: meant.name,
    choices: names,
  });
  const replaced = (): Reading => ({
    order: stream.pick([
      `Say the end with a name and without ${pronoun}.`,
      `Tell the second sentence with the name of the person.`,
      `Put the right name where ${pronoun} stands and say that sentence.`,
    ]),
    text,
    said: isOwner
      ? `${other.name} ${verb} the ${thing.word} of ${meant.name}.`
      : `${meant.name} ${verb} ${rest}.`,
  });
  const judged = (): Reading => {
    const isSo = stream.chance(0.5);
    const name = isSo ? meant.name : other.name;
    return { ...yesNo(isSo, stream), text, question: `Is ${pronoun} ${name}?` };
  };
  const makers = [who, who, asked, asked, replaced, judged];
  return stream.sample(makers, 2 + stream.int(2)).map((make) => make());
};
