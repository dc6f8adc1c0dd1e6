import { answerForms } from '../../answerForms.ts';
import { animals, capitalise, foods, places, things, type Noun } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeSimpleSentence } from '../../texts/simpleSentence.ts';
import type { Case, Draw } from '../../taskSource.ts';

const grammar = inCluster({
  cluster: 'grammar',
  category: 'Grammar Error Correction',
  reasoning: 'Linguistics -> Grammar',
  domain: 'Sentences',
});

interface Flawed {
  readonly right: string;
  readonly wrong: string;
  readonly difficulty: Case['difficulty'];
}

/** A sentence and the same with one mistake: the verb's form, its tense, or 'a' for 'an'. */
function makeFlawed({ texts, people }: Draw): Flawed {
  const { subject, verb, rest } = makeSimpleSentence(texts, people);
  const say = (form: string, end = rest, start = ''): string =>
    capitalise(`${start}${subject} ${form} ${end}.`);
  const kind = texts.int(3);
  if (kind === 0) return { right: say(verb.third), wrong: say(verb.base), difficulty: 1 };
  if (kind === 1) {
    const when = 'yesterday ';
    return { right: say(verb.past, rest, when), wrong: say(verb.third, rest, when), difficulty: 2 };
  }
  const swapped = rest.replace(/^(an?) /, (_, article: string) => (article === 'a' ? 'an ' : 'a '));
  if (swapped === rest)
    return { right: say(`will ${verb.base}`), wrong: say(`will ${verb.third}`), difficulty: 3 };
  return { right: say(verb.third), wrong: say(verb.third, swapped), difficulty: 3 };
}

export const grFix = grammar({
  id: 'gr_fix',
  name: 'Correct the mistake',
  metric: 'strictMatch',
  definition: 'The sentence has one mistake. Write it correctly.',
  definitionZh: '句子里有一个错误，把它改正后写出来。',
  constraints: [answerForms.sentence],
  wordings: `
    Correct the mistake.
    Write the sentence in good English.
    One word of the sentence below has the wrong form; write the whole sentence again with the right form.
    How should the sentence be?
    > Now write this sentence correctly.
    > Make it right and write the whole sentence.
    Write the right form of the whole sentence.
    Find the wrong word and write the sentence correctly.
    > Write the sentence without the mistake in it.
    > Correct the wrong word and write it all.
    ? Write the sentence again without the mistake.
    ? > Correct this sentence.`,
  draw(draw) {
    const { right, wrong, difficulty } = makeFlawed(draw);
    return { input: wrong, output: right, difficulty };
  },
  explain: () => 'One word had the wrong form; the rest is unchanged.',
  mistake: ({ input }) => ({ output: input, explanation: 'The mistake is still there.' }),
});

export const grOk = grammar({
  id: 'gr_ok',
  name: 'Good English?',
  metric: 'accuracy',
  definition: 'Is the sentence good English? Answer yes or no.',
  definitionZh: '这个英语句子语法正确吗？回答 yes 或 no。',
  constraints: [answerForms.yesOrNo],
  wordings: `
    Is the sentence right? Answer yes or no.
    Can one say it like this? Write yes or no.
    Look at the form of every word in the sentence below and say no when one of them is wrong, else yes.
    Is this good English, yes or no?
    > Is this sentence correct? Answer yes or no.
    > Say no if there is a mistake, and yes if there is none.
    Is there a mistake in the sentence? Write no if there is one, else yes.
    Is this sentence good English? Say yes or no.
    > Write yes if the sentence has no mistake, else no.
    > Is it right like this? Write yes or no.
    ? Is it a correct sentence? Write yes or no.
    ? > Is the sentence free of mistakes? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw(draw) {
    const { right, wrong, difficulty } = makeFlawed(draw);
    return { input: draw.label === 'yes' ? right : wrong, output: draw.label, difficulty };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'Every word has the right form.' : 'One word is wrong.',
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation: output === 'yes' ? 'Every word has the right form.' : 'One word is wrong.',
  }),
});

export const grPast = grammar({
  id: 'gr_past',
  name: 'Into the past',
  metric: 'strictMatch',
  definition: 'Write the sentence in the past, as if it was yesterday.',
  definitionZh: '把句子改写成过去时，就像昨天发生的一样。',
  constraints: [answerForms.sentence],
  wordings: `
    Put the sentence in the past.
    Say it about yesterday.
    The sentence below says what happens today; write the same sentence about what happened yesterday.
    How does it read in the past?
    > Now write this sentence in the past.
    > Tell it as something of yesterday.
    ? Write the sentence again, but in the past.
    ? > Say this as if it happened yesterday.
    ~ Say it about today.`,
  draw({ texts, people }) {
    const { subject, verb, rest } = makeSimpleSentence(texts, people);
    const say = (form: string): string => capitalise(`${subject} ${form} ${rest}.`);
    const isRegular = verb.past.endsWith('ed');
    const difficulty = isRegular ? 1 : rest.split(' ').length > 3 ? 3 : 2;
    return { input: say(verb.third), output: say(verb.past), difficulty };
  },
  explain: () => 'Only the verb has changed.',
  mistake: ({ input }) => ({ output: input, explanation: 'This is still about today.' }),
});

export const grPlural = grammar({
  id: 'gr_plural',
  name: 'One to many',
  metric: 'strictMatch',
  definition: 'Write the sentence about many of them in place of one.',
  definitionZh: '把句子从“一个”改写成“许多个”。',
  constraints: [answerForms.sentence],
  wordings: `
    Say it about many.
    Write the sentence with the word for more than one.
    The sentence below speaks of one thing or animal; write it so that it speaks of many of them.
    How does it read with many of them?
    > Now write this sentence about many.
    > Make many out of one and write the sentence.
    ? Write the sentence again, but about many.
    ? > Say this about more than one.
    ~ Say it about only one of them.`,
  draw({ stream }) {
    const noun = stream.pick<Noun>(
      [...animals, ...things, ...foods].filter(({ word, plural }) => word !== plural),
    );
    const place = stream.pick(places);
    const end = stream.pick([
      place.at,
      place.at,
      'red',
      'blue',
      'green',
      'old',
      'new',
      'small',
      'big',
      'clean',
      'wet',
    ]);
    const [one, many] = stream.pick([
      ['is', 'are'],
      ['was', 'were'],
    ] as const);
    const isIrregular = noun.plural !== `${noun.word}s`;
    return {
      input: `The ${noun.word} ${one} ${end}.`,
      output: `The ${noun.plural} ${many} ${end}.`,
      difficulty: isIrregular ? 3 : end === place.at ? 2 : 1,
    };
  },
  explain: () => 'The word for the thing and the verb stand in the plural.',
  mistake: ({ input }) => ({ output: input, explanation: 'This is still only one.' }),
});
