import { smallThings } from '../world/cast.ts';
import {
  animals,
  capitalise,
  colours,
  counted,
  describe,
  feelings,
  foods,
  jobs,
  joinList,
  people as everybody,
  places,
  pronounForms,
  verbs,
  withArticle,
} from '../world/lexicon.ts';
import {
  factsOf,
  namesOf,
  opened,
  paired,
  whoAsked,
  type Asked,
  type Relation,
} from './lookupFacts.ts';

/** What people do with things that they have or want. */
export const keeping =
  'had, found, bought, took, saw, wanted, carried, liked, lost, drew, sold, painted, brought'
    .split(', ')
    .map((past) => verbs.find((verb) => verb.past === past)!);

/** Who has which thing, of which colour. */
export const possessions: Relation = (stream, cast) => {
  const paint = stream.sample(colours, cast.length);
  const things = stream.sample([...smallThings, ...animals, ...foods], cast.length);
  const otherNames = namesOf(everybody.filter((person) => !cast.includes(person)));
  return cast.map(({ name }, i) => {
    const thing = things[i]!;
    const colour = paint[i]!;
    const { past: verb, base } = stream.pick(keeping);
    const sentence = opened(stream, `${name} ${verb} ${describe(colour, thing.word)}.`);
    const who: Asked = {
      ...whoAsked(
        name,
        cast,
        `Who ${verb} the ${thing.word}?`,
        (value) => `${value} ${verb} the ${thing.word}.`,
      ),
      strangers: otherNames,
    };
    const what: Asked = {
      question: `What did ${name} ${base}?`,
      value: withArticle(thing),
      answer: describe(colour, thing.word),
      claim: (value) => `${name} ${verb} ${value}.`,
      sisters: things.map(withArticle),
      strangers: () => stream.sample(smallThings, 4).map(withArticle),
    };
    const which: Asked = {
      question: stream.pick([
        `Which colour was the ${thing.word}?`,
        `What colour did the ${thing.word} have?`,
      ]),
      value: colour,
      claim: (value) => `The ${thing.word} was ${value}.`,
      sisters: paint,
      strangers: colours,
    };
    return { sentence, facts: factsOf(stream, [who, what, which]) };
  });
};

const work = paired({
  values: jobs.map(withArticle),
  sentences: (name, job) => [
    `${name} is ${job}.`,
    `${name} works as ${job}.`,
    `${name} is ${job} and lives in the village.`,
  ],
  asked: (name) => [`What is ${name}?`, `What does ${name} do?`],
  back: (job) => `Who is ${job}?`,
  claim: (name, job) => `${name} is ${job}.`,
});

const tastes = paired({
  values: foods.map(({ plural }) => plural),
  sentences: (name, food) => [
    `${name} likes ${food}.`,
    `${name} eats ${food} every day.`,
    `${name} likes ${food} best.`,
  ],
  asked: (name) => [`What does ${name} like?`],
  back: (food) => `Who likes ${food}?`,
  claim: (name, food) => `${name} likes ${food}.`,
});

/** How each of them felt, and why. */
const moods: Relation = (stream, cast) => {
  const felt = stream.sample(feelings, cast.length);
  return cast.map(({ name }, i) => {
    const { word, reasons } = felt[i]!;
    const reason = stream.pick(reasons);
    const how: Asked = {
      question: `How did ${name} feel?`,
      value: word,
      claim: (value) => `${name} was ${value}.`,
      sisters: felt.map((mood) => mood.word),
      strangers: feelings.map((mood) => mood.word),
    };
    const why: Asked = {
      question: `Why was ${name} ${word}?`,
      value: reason,
      answer: `because ${reason}`,
      claim: (value) => `${name} was ${word} because ${value}.`,
      sisters: felt.flatMap((mood) => mood.reasons),
      strangers: feelings.flatMap((mood) => mood.reasons),
    };
    return {
      sentence: `${name} was ${word} because ${reason}.`,
      facts: factsOf(stream, [how, why]),
    };
  });
};

/** What each of them is, likes, or feels. */
export const traits: Relation = (stream, cast) =>
  [work, tastes, moods][stream.int(3)]!(stream, cast);

/** Two or three people told apart by 'she', 'he', 'they'. */
export const pronouns: Relation = (stream, cast) => {
  const byPronoun = stream
    .shuffle(['she', 'he', 'they'])
    .slice(0, 2)
    .map((pronoun) =>
      stream.pick([...cast, ...everybody].filter((person) => person.pronoun === pronoun)),
    );
  const things = stream.sample(smallThings, byPronoun.length);
  const meeting = `${joinList(namesOf(byPronoun))} met ${stream.pick(places).at}.`;
  return byPronoun.map((person, i) => {
    const { name } = person;
    const { subject } = pronounForms(person);
    const verb = stream.pick(['had', 'carried', 'brought', 'lost', 'found']);
    const what = withArticle(things[i]!);
    return {
      sentence: `${i === 0 ? `${meeting} ` : ''}${capitalise(subject)} ${verb} ${what}.`,
      facts: factsOf(stream, [
        whoAsked(
          name,
          byPronoun,
          `Who ${verb} the ${things[i]!.word}?`,
          (value) => `${value} ${verb} ${what}.`,
        ),
        whoAsked(
          name,
          byPronoun,
          `Who is meant by "${subject}"?`,
          (value) => `The word ${subject} means ${value}.`,
        ),
      ]),
    };
  });
};

const fewCounts = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How many of what each of them has. */
export const amounts: Relation = (stream, cast) => {
  const fruit = stream.pick(foods);
  const counts = stream.sample(fewCounts, cast.length);
  const nameOf = (count: number): string => cast[counts.indexOf(count)]!.name;
  const total = counts.reduce((sum, count) => sum + count);
  const sisters = counts.map((count) => counted(count, fruit));
  const strangers = fewCounts.map((count) => counted(count, fruit));
  const inAll: Asked = {
    question: `How many ${fruit.plural} are there in all?`,
    value: counted(total, fruit),
    claim: (value) => `There are ${value} in all.`,
    sisters: strangers,
    strangers,
  };
  return cast.map(({ name }, i) => {
    const amount = counted(counts[i]!, fruit);
    const own: Asked = {
      question: `How many ${fruit.plural} did ${name} have?`,
      value: amount,
      claim: (value) => `${name} had ${value}.`,
      sisters,
      strangers,
    };
    const [word, value] = stream.chance(0.5)
      ? (['most', nameOf(Math.max(...counts))] as const)
      : (['fewest', nameOf(Math.min(...counts))] as const);
    const compared: Asked = {
      ...whoAsked(value, cast, `Who had the ${word}?`, (who) => `${who} had the ${word}.`),
      strangers: namesOf(cast),
    };
    return {
      sentence: `${name} had ${amount}.`,
      facts: factsOf(stream, total <= 20 ? [own, compared, inAll] : [own, compared]),
    };
  });
};
