import { answerForms } from '../../answerForms.ts';
import { inCluster } from '../../inCluster.ts';
import { makeEvents } from '../../texts/events.ts';
import type { Draw } from '../../taskSource.ts';

const order = inCluster({
  cluster: 'order of events',
  category: 'Temporal Reasoning',
  reasoning: 'Temporal Reasoning -> Ordering',
  domain: 'Stories',
});

function pickEvent({ texts, stream, people }: Draw, which: 0 | 1) {
  const { text, inOrder, isTurned } = makeEvents(texts, people);
  const options = stream.shuffle(inOrder);
  const difficulty = isTurned ? (text.startsWith('Before') ? 2 : 3) : 1;
  return { input: text, output: inOrder[which]!, options, difficulty } as const;
}

export const ordFirst = order({
  id: 'ord_first',
  name: 'What came first?',
  metric: 'exactMatch',
  definition: 'Two things happen in the text. Copy the one that happened first.',
  definitionZh: '文中发生了两件事，抄下先发生的那一件。',
  constraints: [answerForms.copiedWords],
  wordings: `
    What happened first? Copy it.
    Which of the two came first?
    Read the text below, find out which of the two things was earlier, and write that one.
    Write what happened before the other.
    > Now write what came first.
    > Which thing happened first? Use the words of the text.
    Write the thing that happened first.
    Copy what was first.
    Write which one came before the other.
    > Which happened first of the two? Write it.
    > Copy the one of the two that was earlier.
    ? Copy the thing that was first.
    ? > Write which of the two happened first.`,
  draw: (draw) => pickEvent(draw, 0),
  explain: ({ output }) => `"${output}" was earlier.`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'This came later.',
  }),
});

export const ordLast = order({
  id: 'ord_last',
  name: 'What came last?',
  metric: 'exactMatch',
  definition: 'Two things happen in the text. Copy the one that happened last.',
  definitionZh: '文中发生了两件事，抄下后发生的那一件。',
  constraints: [answerForms.copiedWords],
  wordings: `
    What happened last? Copy it.
    Which of the two came later?
    Read the text below, find out which of the two things was later, and write that one.
    Write what happened after the other.
    > Now write what came last.
    > Which thing happened last? Use the words of the text.
    Write the thing that happened last.
    Copy what was last.
    Write which one came after the other.
    > Which happened later of the two? Write it.
    > Copy the one of the two that was later.
    ? Copy the thing that was last.
    ? > Write which of the two happened later.`,
  draw: (draw) => pickEvent(draw, 1),
  explain: ({ output }) => `"${output}" was later.`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'This came earlier.',
  }),
});

export const ordBefore = order({
  id: 'ord_before',
  name: 'Before or after?',
  metric: 'accuracy',
  definition: 'Did the thing in the question happen before the other one? Answer yes or no.',
  definitionZh: '问题中的事是否先发生？回答 yes 或 no。',
  constraints: [answerForms.yesOrNo],
  wordings: `
    Was it first? Answer yes or no.
    Did it happen before the other thing? Write yes or no.
    Read the text and the question below and say yes when the thing in the question came first, else say no.
    Is this what happened first, yes or no?
    > Did this come first? Answer yes or no.
    > Say yes if it was the first thing, and no if it was the last.
    ? Did this happen first? Write yes or no.
    ? > Was it before the other one? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, people, label }) {
    const { text, inOrder, isTurned } = makeEvents(texts, people);
    const asked = inOrder[label === 'yes' ? 0 : 1]!;
    return {
      input: `${text}\nQuestion: Was it first that ${asked}?`,
      output: label,
      difficulty: isTurned ? (text.startsWith('Before') ? 2 : 3) : 1,
    };
  },
  explain: ({ output }) => (output === 'yes' ? 'It came first.' : 'The other thing came first.'),
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation: output === 'yes' ? 'It came first.' : 'The other thing came first.',
  }),
});
