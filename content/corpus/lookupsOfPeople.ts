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
import { factOf, opened, type Relation, type Said } from './lookupFacts.ts';

/** What people do with things that they have or want. */
export const keeping =
  'had, found, bought, took, saw, wanted, carried, liked, lost, drew, sold, painted, brought'
    .split(', ')
    .map((past) => verbs.find((verb) => verb.past === past)!);

/** Who has which thing, of which colour. */
export const possessions: Relation = (stream, cast) => {
  const paint = stream.sample(colours, cast.length);
  const things = stream.sample([...smallThings, ...animals, ...foods], cast.length);
  return cast.map(({ name }, i) => {
    const thing = things[i]!;
    const colour = paint[i]!;
    const { past: verb, base } = stream.pick(keeping);
    const sentence = opened(stream, `${name} ${verb} ${describe(colour, thing.word)}.`);
    const names = cast.map((person) => person.name);
    const otherNames = everybody.map((person) => person.name).filter((one) => !names.includes(one));
    const who: Said = {
      subject: thing.word,
      value: name,
      question: `Who ${verb} the ${thing.word}?`,
      answer: name,
      claim: (value) => `${value} ${verb} the ${thing.word}.`,
    };
    const what: Said = {
      subject: name,
      value: withArticle(thing),
      question: `What did ${name} ${base}?`,
      answer: describe(colour, thing.word),
      claim: (value) => `${name} ${verb} ${value}.`,
    };
    const which: Said = {
      subject: thing.word,
      value: colour,
      question: stream.pick([
        `Which colour was the ${thing.word}?`,
        `What colour did the ${thing.word} have?`,
      ]),
      answer: colour,
      claim: (value) => `The ${thing.word} was ${value}.`,
    };
    return {
      sentence,
      facts: [
        factOf(stream, who, names, otherNames),
        factOf(
          stream,
          what,
          things.map(withArticle),
          stream.sample(smallThings, 4).map(withArticle),
        ),
        factOf(stream, which, paint, colours),
      ],
    };
  });
};

/** What each of them is, likes, or feels. */
export const traits: Relation = (stream, cast) => {
  const kind = stream.int(3);
  if (kind === 0) {
    const work = stream.sample(jobs, cast.length).map(withArticle);
    return cast.map(({ name }, i) => {
      const sentence = stream.pick([
        `${name} is ${work[i]!}.`,
        `${name} works as ${work[i]!}.`,
        `${name} is ${work[i]!} and lives in the village.`,
      ]);
      const said: Said = {
        subject: name,
        value: work[i]!,
        question: stream.pick([`What is ${name}?`, `What does ${name} do?`]),
        answer: work[i]!,
        claim: (value) => `${name} is ${value}.`,
      };
      const back: Said = {
        subject: work[i]!,
        value: name,
        question: `Who is ${work[i]!}?`,
        answer: name,
        claim: (value) => `${value} is ${work[i]!}.`,
      };
      const names = cast.map((person) => person.name);
      return {
        sentence,
        facts: [
          factOf(stream, said, work, jobs.map(withArticle)),
          factOf(
            stream,
            back,
            names,
            everybody.map((person) => person.name),
          ),
        ],
      };
    });
  }
  if (kind === 1) {
    const food = stream.sample(foods, cast.length).map(({ plural }) => plural);
    return cast.map(({ name }, i) => {
      const sentence = stream.pick([
        `${name} likes ${food[i]!}.`,
        `${name} eats ${food[i]!} every day.`,
        `${name} likes ${food[i]!} best.`,
      ]);
      const said: Said = {
        subject: name,
        value: food[i]!,
        question: `What does ${name} like?`,
        answer: food[i]!,
        claim: (value) => `${name} likes ${value}.`,
      };
      const back: Said = {
        subject: food[i]!,
        value: name,
        question: `Who likes ${food[i]!}?`,
        answer: name,
        claim: (value) => `${value} likes ${food[i]!}.`,
      };
      return {
        sentence,
        facts: [
          factOf(
            stream,
            said,
            food,
            foods.map(({ plural }) => plural),
          ),
          factOf(
            stream,
            back,
            cast.map((person) => person.name),
            everybody.map((person) => person.name),
          ),
        ],
      };
    });
  }
  const moods = stream.sample(feelings, cast.length);
  return cast.map((person, i) => {
    const { word, reasons } = moods[i]!;
    const reason = stream.pick(reasons);
    const sentence = `${person.name} was ${word} because ${reason}.`;
    const said: Said = {
      subject: person.name,
      value: word,
      question: `How did ${person.name} feel?`,
      answer: word,
      claim: (value) => `${person.name} was ${value}.`,
    };
    const why: Said = {
      subject: person.name,
      value: reason,
      question: `Why was ${person.name} ${word}?`,
      answer: `because ${reason}`,
      claim: (value) => `${person.name} was ${word} because ${value}.`,
    };
    const words = moods.map((mood) => mood.word);
    return {
      sentence,
      facts: [
        factOf(
          stream,
          said,
          words,
          feelings.map((mood) => mood.word),
        ),
        factOf(
          stream,
          why,
          moods.flatMap((mood) => mood.reasons),
          feelings.flatMap((mood) => mood.reasons),
        ),
      ],
    };
  });
};

/** Two or three people told apart by 'she', 'he', 'they'. */
export const pronouns: Relation = (stream, cast) => {
  const byPronoun = stream
    .shuffle(['she', 'he', 'they'])
    .slice(0, 2)
    .map((pronoun) =>
      stream.pick([...cast, ...everybody].filter((person) => person.pronoun === pronoun)),
    );
  const things = stream.sample(smallThings, byPronoun.length);
  const names = byPronoun.map((person) => person.name);
  const meeting = `${joinList(names)} met ${stream.pick(places).at}.`;
  return byPronoun.map((person, i) => {
    const { subject } = pronounForms(person);
    const verb = stream.pick(['had', 'carried', 'brought', 'lost', 'found']);
    const sentence = `${i === 0 ? `${meeting} ` : ''}${capitalise(subject)} ${verb} ${withArticle(things[i]!)}.`;
    const who: Said = {
      subject: things[i]!.word,
      value: person.name,
      question: `Who ${verb} the ${things[i]!.word}?`,
      answer: person.name,
      claim: (value) => `${value} ${verb} ${withArticle(things[i]!)}.`,
    };
    const meant: Said = {
      ...who,
      question: `Who is meant by "${subject}"?`,
      claim: (value) => `The word ${subject} means ${value}.`,
    };
    return {
      sentence,
      facts: [
        factOf(
          stream,
          who,
          names,
          everybody.map(({ name }) => name),
        ),
        factOf(
          stream,
          meant,
          names,
          everybody.map(({ name }) => name),
        ),
      ],
    };
  });
};

/** How many of what each of them has. */
export const amounts: Relation = (stream, cast) => {
  const fruit = stream.pick(foods);
  const counts = stream.sample([1, 2, 3, 4, 5, 6, 7, 8, 9], cast.length);
  const most = cast[counts.indexOf(Math.max(...counts))]!.name;
  const least = cast[counts.indexOf(Math.min(...counts))]!.name;
  const names = cast.map((person) => person.name);
  const total = counts.reduce((sum, count) => sum + count);
  return cast.map(({ name }, i) => {
    const amount = counted(counts[i]!, fruit);
    const said: Said = {
      subject: name,
      value: amount,
      question: `How many ${fruit.plural} did ${name} have?`,
      answer: amount,
      claim: (value) => `${name} had ${value}.`,
    };
    const compare: Said = stream.chance(0.5)
      ? {
          subject: 'most',
          value: most,
          question: 'Who had the most?',
          answer: most,
          claim: (value) => `${value} had the most.`,
        }
      : {
          subject: 'least',
          value: least,
          question: 'Who had the fewest?',
          answer: least,
          claim: (value) => `${value} had the fewest.`,
        };
    const sum: Said = {
      subject: 'all',
      value: counted(total, fruit),
      question: `How many ${fruit.plural} are there in all?`,
      answer: counted(total, fruit),
      claim: (value) => `There are ${value} in all.`,
    };
    const otherAmounts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => counted(count, fruit));
    return {
      sentence: `${name} had ${amount}.`,
      facts: [
        factOf(
          stream,
          said,
          counts.map((count) => counted(count, fruit)),
          otherAmounts,
        ),
        factOf(stream, compare, names, names),
        ...(total <= 20 ? [factOf(stream, sum, otherAmounts, otherAmounts)] : []),
      ],
    };
  });
};
