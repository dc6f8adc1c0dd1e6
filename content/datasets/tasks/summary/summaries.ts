import { answerForms } from '../../answerForms.ts';
import { animals, colours, days, foods, numbers, places, things } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeTinyStory } from '../../texts/tinyStory.ts';

const summary = inCluster({
  cluster: 'summarization',
  category: 'Summarization',
  reasoning: 'Abstraction -> Finding the Main Event',
  domain: 'Stories',
});

const lengthGrade = (text: string) => (text.length < 75 ? 1 : text.length < 95 ? 2 : 3);

export const sumStory = summary({
  id: 'sum_story',
  name: 'Summarization',
  metric: 'rougeL',
  definition: 'Read the story and write one short sentence that tells what happened in it.',
  definitionZh: '阅读故事，用一个短句概括发生了什么。',
  constraints: [answerForms.sentence],
  wordings: `
    Tell the story in one sentence.
    Write a summary of this story.
    Read the story below, leave out what is not so important, and write the main thing in one short sentence.
    What happened? Give the main point only.
    > Sum it up in a single sentence.
    > In short, what is the story about?
    Write one short sentence about what happens in this story.
    Make one sentence of the story.
    > Tell what happened in one short sentence.
    > Write the story again, very short.
    ? Make this story very short: one sentence.
    ? > Write one sentence that tells the story.`,
  draw({ texts, people }) {
    const { sentences, summary: output } = makeTinyStory(texts, people);
    const input = sentences.join(' ');
    return { input, output, difficulty: lengthGrade(input) };
  },
  explain: () => 'It tells the main event and who took part, and leaves the rest out.',
  mistake: ({ input }) => ({
    output: input.slice(0, input.indexOf('. ') + 1),
    explanation: 'This is how the story begins, not what happens in it.',
  }),
});

export const sumTitle = summary({
  id: 'sum_title',
  name: 'Find a title',
  metric: 'rougeL',
  definition: 'Read the story and write a title for it.',
  definitionZh: '阅读故事，给它起一个标题。',
  constraints: ['Write the title only, with capital letters.'],
  wordings: `
    Write a title for the story.
    How could this story be called?
    Read the story below, think of the most important thing in it, and write a short title with that thing.
    Give the story a name.
    > Now write a title for it.
    > What is a good title for this story?
    What name would you give the story?
    Give a title to this.
    Write the title that the story should have.
    > Find a good name for this story.
    > Write the title of this story.
    ? Write a good name for the story.
    ? > Give this story a title.`,
  draw({ texts, people }) {
    const { sentences, title } = makeTinyStory(texts, people);
    const input = sentences.join(' ');
    return { input, output: title, difficulty: lengthGrade(input) };
  },
  explain: () => 'It names the most important thing of the story.',
  mistake: ({ input }) => ({
    output: input.split(/(?<=\.) /)[0]!,
    explanation: 'This is a sentence of the story and no title.',
  }),
});

export const sumDialogue = summary({
  id: 'sum_dialogue',
  name: 'What did they agree on?',
  metric: 'rougeL',
  domain: 'Dialogues',
  definition:
    'Two people talk about a meeting. Write in one sentence when and where they will meet.',
  definitionZh: '两个人商量见面，用一句话写出他们在什么时候、什么地方见面。',
  constraints: [answerForms.sentence],
  wordings: `
    What did they agree on? Write one sentence.
    When and where will they meet?
    Read the talk of the two people below and write one sentence with the day and the place on which they agreed.
    Sum up the talk in one sentence.
    > Now write what they agreed on.
    > Tell in one sentence when and where they will meet.
    What do the two talk about? Write one sentence.
    > Write in one sentence what they say.
    ? Write in one sentence what the two agreed on.
    ? > Sum it up: when and where will they meet?`,
  draw({ texts, people }) {
    const [a, b] = texts.sample(people, 2).map(({ name }) => name);
    const [day, other] = texts.sample(days, 2);
    const place = texts.pick(places);
    const kind = texts.int(3);
    const input = [
      `${a}: Let us meet ${place.at} on ${day}.\n${b}: Good.`,
      `${a}: Shall we meet ${place.at} on ${other}?\n${b}: No, on ${day}.\n${a}: Good.`,
      `${a}: Can we meet on ${day}?\n${b}: Yes. Where?\n${a}: ${place.at.replace(/^./, (letter) => letter.toUpperCase())}.`,
    ][kind]!;
    const difficulty = kind === 0 ? 1 : kind === 1 ? 3 : 2;
    return { input, output: `They will meet ${place.at} on ${day}.`, difficulty };
  },
  explain: () => 'This is the day and the place on which both said yes.',
  mistake: ({ input }) => ({
    output: input.split('\n')[0]!,
    explanation: 'This is only how the talk begins.',
  }),
});

const kinds = {
  animal: animals.map(({ word }) => word),
  food: foods.map(({ word }) => word),
  thing: things.map(({ word }) => word),
  colour: colours,
} as const;
type Kind = keyof typeof kinds;

export const sumList = summary({
  id: 'sum_list',
  name: 'Sum up the list',
  metric: 'strictMatch',
  domain: 'Word lists',
  definition:
    'Write how many words of each kind are in the list: animals, foods, things or colours.',
  definitionZh: '写出列表中每一类词有几个：animals、foods、things 或 colours。',
  constraints: ['Begin with the kind of the first word.'],
  wordings: `
    Sum up the list.
    How many of which kind are in the list?
    Count the animals, foods, things and colours of the list below and write how many there are of each kind.
    Tell the list in few words: how many of what?
    > Now sum this list up.
    > Count the words of each kind and write it.
    Write how many words of each kind there are.
    Say how many animals, foods, things or colours the list has.
    > How many words of which kind do you count?
    > Write the kinds in the list and how many of each.
    > Make the list short: write how many of what.
    ? Write how many words of which kind the list has.
    ? > Sum it up: how many of what are there?`,
  draw({ stream }) {
    const [one, two] = stream.sample(Object.keys(kinds) as Kind[], 2) as [Kind, Kind];
    const [i, k] = [1 + stream.int(3), 1 + stream.int(2)];
    const first = stream.sample(kinds[one], i);
    const second = stream.sample(
      kinds[two].filter((word) => !first.includes(word)),
      k,
    );
    const list = [first[0]!, ...stream.shuffle([...first.slice(1), ...second])];
    const say = (count: number, kind: Kind): string =>
      `${numbers[count]} ${kind}${count === 1 ? '' : 's'}`;
    return {
      input: list.join(', '),
      output: `${say(i, one)} and ${say(k, two)}`,
      difficulty: i + k <= 2 ? 1 : i + k <= 3 ? 2 : 3,
    };
  },
  explain: () => 'Every word of the list is counted with its kind.',
  mistake: ({ input }) => ({
    output: `${input.split(', ').length} words`,
    explanation: 'The kinds are missing.',
  }),
});
