import { answerForms } from '../../answerForms.ts';
import { smallThings } from '../../../world/cast.ts';
import { describe, withArticle } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeBelongings, type Belongings } from '../../texts/belongings.ts';
import type { Case, Draw } from '../../taskSource.ts';

const inference = inCluster({
  cluster: 'inference',
  category: 'Textual Entailment',
  reasoning: 'Logical Reasoning -> Entailment',
  domain: 'Stories',
});

type Stream = Draw['stream'];

/** A sentence that must be true when the first row's is. */
function following({ rows }: Belongings, stream: Stream): string {
  const { person, thing, colour, past } = rows[0]!;
  return stream.pick([
    `${person.name} ${past} ${withArticle(thing)}.`,
    `The ${thing.word} was ${colour}.`,
    `${person.name} ${past} something ${colour}.`,
  ]);
}

/** A sentence that cannot be true when the first row's is. */
function clashing({ rows, otherColour }: Belongings, stream: Stream): string {
  const { person, thing, past, base } = rows[0]!;
  return stream.pick([
    `The ${thing.word} was ${otherColour}.`,
    `${person.name} did not ${base} ${withArticle(thing)}.`,
    `Nobody ${past} ${withArticle(thing)}.`,
  ]);
}

/** A sentence about which the first row says nothing. */
function open({ rows, otherThing, otherPerson, otherColour }: Belongings, stream: Stream): string {
  const { person, past } = rows[0]!;
  return stream.pick([
    `${person.name} ${past} ${withArticle(otherThing)}.`,
    `The ${otherThing.word} was ${otherColour}.`,
    `${otherPerson.name} ${past} ${withArticle(otherThing)}.`,
    `${person.name} was at home.`,
  ]);
}

const graded = (label: string): Case['difficulty'] =>
  label === 'yes' ? 1 : label === 'no' ? 2 : 3;

export const nliThree = inference({
  id: 'nli_three',
  name: 'Does it follow?',
  metric: 'accuracy',
  definition: 'If the first sentence is true, is the second one true too? Answer yes, no or maybe.',
  definitionZh: '如果第一句话是真的，第二句话也是真的吗？回答 yes、no 或 maybe。',
  constraints: [answerForms.yesNoMaybe],
  wordings: `
    Does the second sentence follow? Answer yes, no or maybe.
    What do we know about the second sentence: yes, no or maybe?
    Take the first sentence as true and say of the second one: yes it is true, no it is not, or maybe.
    Choose yes, no or maybe for the second sentence.
    > Does the second follow from the first: yes, no or maybe?
    > Write maybe if the first sentence does not tell it, else yes or no.
    If the first is true, is the second true: yes, no or maybe?
    > Now write yes, no or maybe: is the second one true?
    > Is the second sentence true? Say yes, no or maybe.
    ? Is the second sentence true if the first is? Write yes, no or maybe.
    ? > Say of the second sentence: yes, no or maybe.`,
  labels: ['yes', 'no', 'maybe'],
  draw({ texts, stream, people, label }) {
    const text = makeBelongings(texts, people);
    const say = { yes: following, no: clashing, maybe: open }[label]!;
    const input = `First: ${text.rows[0]!.sentence}\nSecond: ${say(text, stream)}`;
    return { input, output: label, difficulty: graded(label) };
  },
  explain: ({ output }) =>
    ({ yes: 'The first sentence says it.', no: 'It clashes with the first sentence.' })[output] ??
    'The first sentence does not tell it.',
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'maybe' : 'yes',
    explanation: `By the first sentence it is ${output}.`,
  }),
});

export const nliTwo = inference({
  id: 'nli_two',
  name: 'Can both be true?',
  metric: 'accuracy',
  definition: 'Can both sentences be true at the same time? Answer yes or no.',
  definitionZh: '两句话能同时为真吗？回答 yes 或 no。',
  constraints: [answerForms.yesOrNo],
  wordings: `
    Can both be true? Write yes or no.
    Do the two sentences fit together? Answer yes or no.
    Read the two sentences below and say no when one of them makes the other one wrong, else say yes.
    Is it possible that both sentences are right?
    > Can both sentences be true? Answer yes or no.
    > Say no if they clash, and yes if they do not.
    If the first sentence is true, is the second one too? Write yes or no.
    > Say yes or no: is the second sentence true?
    ? Do both sentences go together? Write yes or no.
    ? > Can the first and the second both be right? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, stream, people, label }) {
    const text = makeBelongings(texts, people);
    const say = label === 'no' ? clashing : stream.pick([following, open]);
    const input = `First: ${text.rows[0]!.sentence}\nSecond: ${say(text, stream)}`;
    return { input, output: label, difficulty: say === open ? 2 : 1 };
  },
  explain: ({ output }) => (output === 'yes' ? 'They do not clash.' : 'One makes the other wrong.'),
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation: output === 'yes' ? 'They do not clash.' : 'One makes the other wrong.',
  }),
});

export const nliPick = inference({
  id: 'nli_pick',
  name: 'Which one follows?',
  metric: 'accuracy',
  definition: 'Which of the two sentences after the text must be true? Copy it.',
  definitionZh: '短文后的两句话中哪一句必定为真？把它抄下来。',
  constraints: [answerForms.copiedSentence],
  wordings: `
    Copy the sentence that follows from the text.
    Which sentence must be true? Write it.
    Read the text below and choose the one of the two sentences that the text makes true.
    Choose the sentence that follows.
    > Now write the sentence that must be true.
    > Which of the two follows from the text?
    ? Write the sentence that the text makes true.
    ? > Choose the one that follows and copy it.`,
  showsOptions: 'always',
  draw({ texts, stream, people }) {
    const text = makeBelongings(texts, people);
    const right = following(text, stream);
    const isHard = stream.chance(0.5);
    const wrong = (isHard ? clashing : open)(text, stream);
    return {
      input: text.text,
      output: right,
      options: stream.shuffle([right, wrong]),
      difficulty: isHard ? 2 : text.rows.length === 2 ? 1 : 3,
    };
  },
  explain: () => 'The text says it; it does not say the other one.',
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'The text does not make this one true.',
  }),
});

export const nliWrite = inference({
  id: 'nli_write',
  name: 'Write what follows',
  metric: 'strictMatch',
  definition: 'Somebody gives something to somebody. Write who has it now.',
  definitionZh: '有人把一件东西给了别人。写一句话说明现在谁有它。',
  constraints: [answerForms.sentence],
  wordings: `
    Write a sentence that says who has it now.
    Who has it after that? Answer in one sentence.
    Read what is given to whom in the sentence below and write one sentence about who has it now.
    What follows? Write who has what.
    > Now write who has it.
    > Who has the thing now? Write a whole sentence.
    ? Write one sentence about who has the thing now.
    ? > Say in a sentence who has it after that.`,
  draw({ stream, people }) {
    const [giver, taker, third] = stream.sample(people, 3);
    const [thing, second] = stream.sample(smallThings, 2);
    const colour = stream.chance(0.6)
      ? stream.pick(['red', 'blue', 'green', 'old', 'new', 'black', 'white', 'small'])
      : '';
    const what = colour ? describe(colour, thing!.word) : withArticle(thing!);
    const gift = stream.pick([
      `${giver!.name} gave ${taker!.name} ${what}.`,
      `${giver!.name} gave ${what} to ${taker!.name}.`,
      `${taker!.name} got ${what} from ${giver!.name}.`,
    ]);
    const hasMore = stream.chance(0.4);
    const more = ` ${third!.name} looked for ${withArticle(second!)}.`;
    return {
      input: hasMore ? gift + more : gift,
      output: `${taker!.name} has ${what} now.`,
      difficulty: hasMore ? 3 : gift.includes(' got ') ? 2 : 1,
    };
  },
  explain: () => 'Whoever gets the thing has it now.',
  mistake: ({ input, output }) => ({
    output: output.replace(/^\w+/, /^(\w+) gave/.exec(input)?.[1] ?? 'Nobody'),
    explanation: 'The one who gives a thing away does not have it any more.',
  }),
});
