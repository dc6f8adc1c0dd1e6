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

/** The two ends of two events: the same questions in other words. */
interface End {
  readonly end: 'first' | 'last';
  readonly which: 0 | 1;
  /** 'first', but of two: 'later'. */
  readonly ofTwo: string;
  readonly earlier: string;
  readonly before: string;
  readonly zh: string;
  /** What is said of the other event. */
  readonly other: string;
}

const eventAt = ({ end, which, ofTwo, earlier, before, zh, other }: End) =>
  order({
    id: `ord_${end}`,
    name: `What came ${end}?`,
    metric: 'exactMatch',
    definition: `Two things happen in the text. Copy the one that happened ${end}.`,
    definitionZh: `文中发生了两件事，抄下${zh}发生的那一件。`,
    constraints: [answerForms.copiedWords],
    wordings: `
    What happened ${end}? Copy it.
    Which of the two came ${ofTwo}?
    Read the text below, find out which of the two things was ${earlier}, and write that one.
    Write what happened ${before} the other.
    > Now write what came ${end}.
    > Which thing happened ${end}? Use the words of the text.
    Write the thing that happened ${end}.
    Copy what was ${end}.
    Write which one came ${before} the other.
    > Which happened ${ofTwo} of the two? Write it.
    > Copy the one of the two that was ${earlier}.
    ? Copy the thing that was ${end}.
    ? > Write which of the two happened ${ofTwo}.`,
    draw: (draw) => pickEvent(draw, which),
    explain: ({ output }) => `"${output}" was ${earlier}.`,
    mistake: ({ options, output }) => ({
      output: options!.find((one) => one !== output)!,
      explanation: `This came ${other}.`,
    }),
  });

export const ordFirst = eventAt({
  end: 'first',
  which: 0,
  ofTwo: 'first',
  earlier: 'earlier',
  before: 'before',
  zh: '先',
  other: 'later',
});

export const ordLast = eventAt({
  end: 'last',
  which: 1,
  ofTwo: 'later',
  earlier: 'later',
  before: 'after',
  zh: '后',
  other: 'earlier',
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
