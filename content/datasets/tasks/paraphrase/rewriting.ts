import { answerForms } from '../../answerForms.ts';
import { smallThings } from '../../../world/cast.ts';
import { colours, describe, places, withArticle } from '../../../world/lexicon.ts';
import { verbs } from '../../../world/verbs.ts';
import { inCluster } from '../../inCluster.ts';
import type { Draw } from '../../taskSource.ts';

const rewriting = inCluster({
  cluster: 'paraphrase and rewriting',
  category: 'Paraphrasing',
  reasoning: 'Linguistics -> Saying It Another Way',
  domain: 'Sentences',
});

const handling = [
  'paint',
  'wash',
  'find',
  'take',
  'carry',
  'clean',
  'draw',
  'hide',
  'lose',
  'buy',
  'see',
  'fix',
].map((base) => verbs.find((verb) => verb.base === base)!);

/** A deed in both voices: 'Ana painted the red boat.' and 'The red boat was painted by Ana.' */
function makeDeed({ texts, people }: Draw) {
  const { name } = texts.pick(people);
  const verb = texts.pick(handling);
  const colour = texts.chance(0.5) ? `${texts.pick(colours)} ` : '';
  const thing = `${colour}${texts.pick(smallThings).word}`;
  const when = texts.chance(0.3) ? ` ${texts.pick(places).at}` : '';
  return {
    active: `${name} ${verb.past} the ${thing}${when}.`,
    passive: `The ${thing} was ${verb.participle} by ${name}${when}.`,
    difficulty: when ? 3 : colour ? 2 : 1,
  } as const;
}

export const paraPassive = rewriting({
  id: 'para_passive',
  name: 'The other way round',
  metric: 'strictMatch',
  definition:
    'Write the sentence the other way round: begin with the thing and end with who did it.',
  definitionZh: '把句子改写成被动句：先说东西，再说是谁做的。',
  constraints: [answerForms.sentence],
  wordings: `
    Say it the other way round.
    Write the sentence with the thing first.
    Begin the sentence below with the thing, use the word was, and say by whom it was done at the end.
    How does it read with was and by?
    > Now write this sentence with the thing first.
    > Turn the sentence round and use by.
    Write this the other way round, so that it begins with the thing.
    Say the same with was, and name the person at the end.
    Say what was done with the thing, and by whom.
    > Write the sentence again with the word was.
    > Let the thing come first and the person last, with by.
    ? Write the sentence the other way round, with was.
    ? > Say by whom the thing was done.
    ~ Say who did it, with the person first.`,
  draw(draw) {
    const { active, passive, difficulty } = makeDeed(draw);
    return { input: active, output: passive, difficulty };
  },
  explain: () => 'It says the same and begins with the thing.',
  mistake: ({ input }) => ({ output: input, explanation: 'It still begins with the person.' }),
});

export const paraSame = rewriting({
  id: 'para_same',
  name: 'The same meaning?',
  metric: 'accuracy',
  definition: 'Do the two sentences mean the same? Answer yes or no.',
  definitionZh: '两句话的意思相同吗？回答 yes 或 no。',
  constraints: [answerForms.yesOrNo],
  wordings: `
    Do both sentences say the same? Answer yes or no.
    Is the meaning the same? Write yes or no.
    Compare the two sentences below and say yes when they tell the same thing in other words, else say no.
    Is the second sentence only another way to say the first?
    > Do they mean the same? Answer yes or no.
    > Say yes if both tell the same, and no if they do not.
    ? Have both sentences the same meaning? Write yes or no.
    ? > Is it the same in other words? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw(draw) {
    const { active, passive, difficulty } = makeDeed(draw);
    const { stream, people, label } = draw;
    const name = active.split(' ')[0]!;
    const stranger = stream.pick(people.filter((person) => person.name !== name)).name;
    const thing = passive.split(' was ')[0]!;
    const other = `The ${stream.pick(smallThings.filter(({ word }) => !thing.endsWith(word))).word}`;
    const wrong = stream.chance(0.5)
      ? passive.replace(` ${name}`, ` ${stranger}`)
      : passive.replace(thing, other);
    return {
      input: `First: ${active}\nSecond: ${label === 'yes' ? passive : wrong}`,
      output: label,
      difficulty,
    };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'Both tell the same.' : 'A person or thing is another one.',
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation: output === 'yes' ? 'Both tell the same.' : 'A person or thing is another one.',
  }),
});

export const paraPolite = rewriting({
  id: 'para_polite',
  name: 'Say it politely',
  metric: 'strictMatch',
  definition:
    'Say politely what is asked for: begin with "Could you please" and end with a question mark.',
  definitionZh: '把要求说得有礼貌：以 Could you please 开头，以问号结尾。',
  constraints: [answerForms.sentence],
  wordings: `
    Say it politely.
    Write it as a friendly question.
    The sentence below is a hard order; make it a friendly question that begins with could you please.
    How does one ask this with good manners?
    > Now say this politely.
    > Make a polite question out of it.
    ? Write it in a polite way.
    ? > Ask for this politely.
    ~ Say it as a short order.`,
  draw({ stream, people }) {
    const thing = stream.pick(smallThings);
    const { name } = stream.pick(people);
    const place = stream.pick(places);
    const colour = stream.chance(0.4) ? `${stream.pick(colours)} ` : '';
    const order = stream.pick([
      `give me the ${colour}${thing.word}`,
      `bring ${name} the ${colour}${thing.word}`,
      `take the ${colour}${thing.word} to the ${place.word}`,
      `wash the ${colour}${thing.word}`,
      `wait for ${name} ${place.at}`,
      `look for the ${colour}${thing.word} ${place.at}`,
    ]);
    const isOrder = order.charAt(0).toUpperCase() + order.slice(1);
    return {
      input: `${isOrder}!`,
      output: `Could you please ${order}?`,
      difficulty: order.split(' ').length <= 4 ? 1 : order.split(' ').length <= 6 ? 2 : 3,
    };
  },
  explain: () => 'It asks for the same with good manners.',
  mistake: ({ input }) => ({ output: input, explanation: 'This is still an order.' }),
});

export const paraJoin = rewriting({
  id: 'para_join',
  name: 'Join the sentences',
  metric: 'strictMatch',
  definition: 'Join the two sentences about the same person into one with "and".',
  definitionZh: '用 and 把关于同一个人的两句话合成一句。',
  constraints: [answerForms.sentence],
  wordings: `
    Join the sentences.
    Make one sentence out of two.
    Both sentences below are about the same person; write them as one with and, and say the name only once.
    How do the two read as one sentence?
    > Now join these two sentences.
    > Write it as one sentence with and.
    Write these two sentences as one, with and.
    > Say it in one sentence.
    > Put the two sentences into one.
    ? Write the two sentences as one.
    ? > Join the two with and.
    ~ Make two sentences out of this one.`,
  draw({ stream, people }) {
    const { name } = stream.pick(people);
    const things = stream.sample(smallThings, 2);
    const [place, goal] = stream.sample(places, 2);
    const deeds = stream.sample(
      [
        `found ${withArticle(things[0]!)}`,
        `took ${describe(stream.pick(colours), things[1]!.word)}`,
        `went to the ${place!.word}`,
        `sang ${goal!.at}`,
        'was tired',
        'laughed',
        'sat down',
      ],
      2,
    );
    const length = deeds.join(' ').split(' ').length;
    return {
      input: `${name} ${deeds[0]}. ${name} ${deeds[1]}.`,
      output: `${name} ${deeds[0]} and ${deeds[1]}.`,
      difficulty: length <= 4 ? 1 : length <= 6 ? 2 : 3,
    };
  },
  explain: () => 'It is one sentence, and the name stands there once.',
  mistake: ({ input }) => ({
    output: input.replace('. ', ' and '),
    explanation: 'The name stands there twice.',
  }),
});
