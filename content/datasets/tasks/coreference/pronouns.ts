import { answerForms } from '../../answerForms.ts';
import { smallThings } from '../../../world/cast.ts';
import {
  capitalise,
  places,
  pronounForms,
  withArticle,
  type Person,
} from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import type { Draw } from '../../taskSource.ts';

const coreference = inCluster({
  cluster: 'coreference',
  category: 'Coreference Resolution',
  reasoning: 'Reading Comprehension -> Resolving Pronouns',
  domain: 'Stories',
});

/** A woman and a man, in random order, and what one of them did next. */
function makeEncounter({ texts, people }: Draw) {
  const women = people.filter(({ pronoun }) => pronoun === 'she');
  const men = people.filter(({ pronoun }) => pronoun === 'he');
  const pair = texts.shuffle([texts.pick(women), texts.pick(men)]) as [Person, Person];
  const [one, two] = pair;
  const thing = texts.pick(smallThings);
  const place = texts.pick(places);
  const meeting = texts.pick([
    `${one.name} met ${two.name} ${place.at}.`,
    `${one.name} and ${two.name} were ${place.at}.`,
    `${one.name} saw ${two.name} ${place.at}.`,
  ]);
  const verb = texts.pick(['had', 'found', 'lost', 'wanted', 'took', 'carried', 'liked', 'bought']);
  const meant = texts.pick(pair);
  const deed = `${verb} ${withArticle(thing)}.`;
  return { pair, meant, meeting, deed, verb, thing, subject: pronounForms(meant).subject };
}

const isFirst = ({ pair, meant }: { pair: readonly Person[]; meant: Person }): 1 | 2 =>
  pair[0] === meant ? 1 : 2;

export const corefWho = coreference({
  id: 'coref_who',
  name: 'Who is “she”?',
  metric: 'accuracy',
  definition: 'Which person does the word "{w}" in the text stand for? Write the name.',
  definitionZh: '文中的 "{w}" 指的是谁？写出名字。',
  constraints: [answerForms.oneWord],
  wordings: `
    Who is "{w}"? Write the name.
    Which person is meant by {w}?
    Read the text below and find out which of the two persons the word {w} stands for; write the name.
    Choose the person that {w} stands for.
    > Now write who {w} is.
    > Who is meant by "{w}" above? Copy the name.
    Write the name that {w} stands for.
    Who is the person that is meant by {w}?
    > Write which person {w} means.
    > For which name does the word {w} stand?
    ? Write the name of the person that is meant by {w}.
    ? > Which name does {w} stand for?`,
  draw(draw) {
    const told = makeEncounter(draw);
    return {
      input: `${told.meeting} ${capitalise(told.subject)} ${told.deed}`,
      output: told.meant.name,
      slots: { w: told.subject },
      options: draw.stream.shuffle(told.pair.map(({ name }) => name)),
      difficulty: isFirst(told),
    };
  },
  explain: ({ slots, output }) => `Of the two, only ${output} is called "${slots!['w']}".`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'One says the other word of this person.',
  }),
});

export const corefReplace = coreference({
  id: 'coref_replace',
  name: 'Name instead of “she”',
  metric: 'strictMatch',
  definition: 'Write the last sentence with the name in place of she or he.',
  definitionZh: '把最后一句中的 she 或 he 换成人名，写出这句话。',
  constraints: [answerForms.sentence],
  wordings: `
    Write the last sentence with the name for she or he.
    Say the last sentence again, but with a name.
    In the last sentence of the text below stands she or he; write this sentence with the right name.
    How does the last sentence read with the name?
    > Now write the last sentence with the name in it.
    > Put the name where she or he stands and write the sentence.
    ? Write the last sentence, but with the name of the person.
    ? > Say the last sentence with the right name.`,
  draw(draw) {
    const told = makeEncounter(draw);
    return {
      input: `${told.meeting} ${capitalise(told.subject)} ${told.deed}`,
      output: `${told.meant.name} ${told.deed}`,
      difficulty: isFirst(told),
    };
  },
  explain: ({ output }) => `The pronoun stands for ${output.split(' ')[0]!}.`,
  mistake: ({ input }) => ({
    output: input.split(/(?<=\.) /)[1]!,
    explanation: 'The name is missing.',
  }),
});

export const corefWhose = coreference({
  id: 'coref_whose',
  name: 'Whose is it?',
  metric: 'exactMatch',
  definition: 'Whose is the {thing}? Write the name of the person to whom it belongs.',
  definitionZh: '{thing} 是谁的？写出它所属的人的名字。',
  constraints: [answerForms.oneWord],
  wordings: `
    Whose is the {thing}? Write the name.
    Who is the {thing} of?
    Read the text below and find out to which of the two persons the {thing} belongs; write the name.
    Which of the two persons does the {thing} belong to?
    > Now write whose the {thing} is.
    > To whom does the {thing} belong? Copy the name.
    To which person does the {thing} belong?
    > The {thing} belongs to whom? Write the name.
    > Say to whom the {thing} belongs.
    ? Write the name of the person whose {thing} it is.
    ? > Whose {thing} is it? Write one name.`,
  draw(draw) {
    const { pair, meant, thing, meeting } = makeEncounter(draw);
    const { possessive } = pronounForms(meant);
    const [other] = pair.filter((person) => person !== meant);
    const input = `${meeting} ${draw.texts.pick([
      `${other!.name} had ${possessive} ${thing.word}.`,
      `${other!.name} looked at ${possessive} ${thing.word}.`,
      `${capitalise(possessive)} ${thing.word} was there too.`,
    ])}`;
    return {
      input,
      output: meant.name,
      slots: { thing: thing.word },
      difficulty: input.includes('was there') ? 1 : input.includes('looked') ? 2 : 3,
    };
  },
  explain: ({ output }) => `"Her" and "his" tell it: it belongs to ${output}.`,
  mistake: ({ input, output }) => ({
    output: input.split(/[^\p{L}]+/u).find((word) => /^[A-Z]/.test(word) && word !== output)!,
    explanation: 'It belongs to the other one.',
  }),
});
