import { answerForms } from '../../answerForms.ts';
import { pets, smallThings } from '../../../world/cast.ts';
import { colours, foods, places } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeOtherStory, makeTinyStory, tradeKind } from '../../texts/tinyStory.ts';

const completion = inCluster({
  cluster: 'story completion',
  category: 'Story Completion',
  reasoning: 'Commonsense Reasoning -> What Fits',
  domain: 'Stories',
});

export const endChoose = completion({
  id: 'end_choose',
  name: 'Which ending?',
  metric: 'accuracy',
  definition: 'Choose the ending that fits the story and copy it.',
  definitionZh: '选出适合这个故事的结尾并抄下来。',
  constraints: [answerForms.copiedSentence],
  wordings: `
    Copy the ending that fits.
    Which of the two endings goes with the story?
    Read the beginning of the story below and choose the sentence that can come next.
    How does the story end? Choose.
    > Now write the ending that fits.
    > Which sentence comes next? Copy it.
    ? Choose the sentence that ends the story.
    ? > Write the ending that goes with it.`,
  showsOptions: 'always',
  draw({ texts, stream, people }) {
    const story = makeTinyStory(texts, people);
    const { sentences, wrongEnding } = story;
    const other = makeOtherStory(stream, people, story).sentences[2];
    const isHard = stream.chance(0.5);
    return {
      input: sentences.slice(0, 2).join(' '),
      output: sentences[2],
      options: stream.shuffle([sentences[2], isHard ? wrongEnding : other]),
      difficulty: isHard ? 3 : other.includes(sentences[0].split(' ')[0]!) ? 2 : 1,
    };
  },
  explain: () => 'It speaks of what the story began with and makes sense.',
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'This does not make sense after the beginning.',
  }),
});

const frames: readonly (readonly [
  before: string,
  after: string,
  kind: 'food' | 'thing' | 'animal' | 'colour' | 'place',
])[] = [
  ['{a} ate the', 'for lunch {at}.', 'food'],
  ['{a} was hungry and cut the', 'in two.', 'food'],
  ['The little', 'of {a} slept {at}.', 'animal'],
  ['The', 'of {a} ran away from {b}.', 'animal'],
  ['{a} put the', 'in the box of {b}.', 'thing'],
  ['{a} bought a new', 'for {b} in the shop.', 'thing'],
  ['{a} painted the wall', 'for {b}.', 'colour'],
  ['{a} has a {t}, and it is', '.', 'colour'],
  ['{a} went to the', 'with {b}.', 'place'],
  ['{a} and {b} met at the', 'and talked.', 'place'],
];
const pools = {
  food: foods.filter(({ article }) => article === 'a').map(({ word }) => word),
  thing: smallThings.map(({ word }) => word),
  animal: pets.map(({ word }) => word),
  colour: colours,
  place: places.map(({ word }) => word),
};

export const cloze = completion({
  id: 'cloze',
  name: 'Fill the gap',
  metric: 'accuracy',
  definition: 'Choose the word that fits into the gap of the sentence.',
  definitionZh: '选出适合填入句子空格的词。',
  constraints: [answerForms.oneWord],
  wordings: `
    Fill the gap.
    Which word fits in the sentence?
    One word is missing in the sentence below, where the line stands; choose the word that makes sense there.
    Choose the missing word.
    > Now write the word that is missing.
    > Which of the words goes into the gap?
    ? Write the word that fits into the gap.
    ? > Choose the word that belongs on the line.`,
  showsOptions: 'always',
  draw({ stream, people }) {
    const [before, after, kind] = stream.pick(frames);
    const others = Object.keys(pools).filter((one) => one !== kind) as (keyof typeof pools)[];
    const output = stream.pick(pools[kind]);
    const [a, b] = stream.sample(people, 2);
    const isLong = stream.chance(0.5);
    const wrong = [
      ...new Set(
        Array.from({ length: isLong ? 2 : 1 }, () => stream.pick(pools[stream.pick(others)])),
      ),
    ];
    const input = `${before} ___ ${after}`
      .replace(' .', '.')
      .replace('{a}', a!.name)
      .replace('{b}', b!.name)
      .replace('{at}', stream.pick(places).at)
      .replace('{t}', stream.pick(smallThings).word);
    return {
      input,
      output,
      options: stream.shuffle([output, ...wrong]),
      difficulty: isLong ? 2 : 1,
    };
  },
  explain: ({ output }) => `Only "${output}" makes sense there.`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'This makes no sense in the sentence.',
  }),
});

export const causeChoose = completion({
  id: 'cause_choose',
  name: 'Why did it happen?',
  metric: 'accuracy',
  definition: 'Read the story and the question. Choose the reason that the story gives.',
  definitionZh: '阅读故事和问题，选出故事中给出的原因。',
  constraints: [answerForms.copiedWords],
  wordings: `
    Why did it happen? Copy the reason.
    Choose the right reason.
    Read the story and then the question below and choose the one of the two reasons that the story tells.
    Which reason does the story give?
    > Now write the reason.
    > Which of the two is the reason? Copy it.
    ? Choose the reason that is in the story.
    ? > Write why it happened.`,
  showsOptions: 'always',
  draw({ texts, stream, people }) {
    const tell = () => makeTinyStory(texts, people);
    let story = tell();
    // In a trade the cause stands in the first sentence of three: too long for a short text.
    while (story.kind === tradeKind) story = tell();
    const { cause, effect } = story;
    const sentences = story.sentences.slice(0, 2);
    const other = makeOtherStory(stream, people, story).cause;
    return {
      input: `${sentences.join(' ')}\n${effect}`,
      output: cause,
      options: stream.shuffle([cause, other]),
      difficulty: sentences.join(' ').length > 70 ? 3 : sentences.join(' ').length > 58 ? 2 : 1,
    };
  },
  explain: () => 'The story says so.',
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'Nothing of that is in the story.',
  }),
});

export const nextSay = completion({
  id: 'next_say',
  name: 'What is the answer?',
  metric: 'rougeL',
  domain: 'Dialogues',
  definition: 'Read what is known and then the talk. Write what the second person answers.',
  definitionZh: '先读已知的事实，再读对话，写出第二个人的回答。',
  constraints: [answerForms.sentence],
  wordings: `
    What does the second person say?
    Write the answer in the talk.
    The first line below says what is true; write the sentence with which the second person answers the question.
    How does the talk go on?
    > Now write what the second person answers.
    > What is the answer? Write the sentence.
    ? Write what the second person says next.
    ? > Write the sentence that comes next in the talk.`,
  draw({ stream, people }) {
    const [a, b] = stream.sample(people, 2).map(({ name }) => name);
    const thing = stream.pick([...smallThings, ...pets]).word;
    const [place, other] = stream.sample(places, 2);
    const colour = stream.pick(colours);
    const kind = stream.int(3);
    const [fact, question, answer] = [
      [`The ${thing} is ${place!.at}.`, `Where is the ${thing}?`, `It is ${place!.at}.`],
      [`The ${thing} is ${colour}.`, `What colour is the ${thing}?`, `It is ${colour}.`],
      [
        `The ${thing} is ${place!.at}, not ${other!.at}.`,
        `Is the ${thing} ${other!.at}?`,
        `No, it is ${place!.at}.`,
      ],
    ][kind]! as [string, string, string];
    return {
      input: `${fact}\n${a}: ${question}\n${b}:`,
      output: answer,
      difficulty: kind === 2 ? 3 : kind === 0 ? 2 : 1,
    };
  },
  explain: () => 'The answer says what the first line tells.',
  mistake: ({ input }) => ({
    output: /: (.*\?)/.exec(input)![1]!,
    explanation: 'This is the question once more.',
  }),
});
