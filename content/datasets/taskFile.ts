import { randomStream } from '../../src/core/random.ts';
import { splitNames, type SplitName } from '../../src/core/tasks/task.ts';
import { drawSplits, type Draws } from './drawSplits.ts';
import type { Case, TaskSource } from './taskSource.ts';

const positiveCount = 3;

/** The text of a task's file: the Super-NaturalInstructions schema, one instance a line. */
export function taskFile(source: TaskSource, draws: Draws = drawSplits(source)): string {
  const fields = { ...head(source), ...demonstrations(source, draws.demonstrations) };
  const lines = Object.entries(fields).map(([key, value]) => field(key, value));
  lines.push(listField('Instances', allCases(draws).map(instance)));
  lines.push(
    field('Instance License', ['Apache-2.0']),
    field('Mixdesk', mixdeskKeys(source, draws)),
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The exam of a task: instances that nothing may be chosen by, in the same schema. */
export function examFile(source: TaskSource, draws: Draws): string {
  const fields = { ...head(source), ...demonstrations(source, draws.demonstrations) };
  const keys = mixdeskKeys(source, draws) as Record<string, unknown>;
  const lines = Object.entries(fields).map(([key, value]) => field(key, value));
  const { train, validation } = draws.splits;
  // A reader wants every split filled: one instance each of the other two.
  const cases = [train[0]!, validation[0]!, ...draws.exam];
  lines.push(listField('Instances', cases.map(instance)));
  const splits = { train: 1, validation: 1, test: draws.exam.length };
  const difficulty = cases.map((one) => one.difficulty).join('');
  lines.push(field('Mixdesk', { ...keys, splits, difficulty }));
  return `{\n${lines.join(',\n')}\n}\n`;
}

const field = (key: string, value: unknown): string =>
  Array.isArray(value) && typeof value[0] === 'object'
    ? listField(key, value)
    : `${JSON.stringify(key)}: ${JSON.stringify(value)}`;

const listField = (key: string, values: readonly unknown[]): string =>
  `${JSON.stringify(key)}: [\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;

function head(source: TaskSource): Record<string, unknown> {
  return {
    Contributors: ['Mixdesk'],
    Source: ['mixdesk closed world'],
    URL: [],
    Categories: [source.category],
    Reasoning: [source.reasoning],
    Definition: [source.definition],
    Input_language: [source.inputLanguage ?? 'English'],
    Output_language: [source.outputLanguage ?? 'English'],
    Instruction_language: ['English'],
    Domains: [source.domain],
  };
}

function demonstrations(source: TaskSource, cases: readonly Case[]): Record<string, unknown> {
  const positive = cases.slice(0, positiveCount);
  const negative = cases.slice(positiveCount);
  return {
    'Positive Examples': positive.map((drawn) => ({
      ...worked(drawn),
      explanation: source.explain(drawn),
    })),
    'Negative Examples': negative.map((drawn, index) => ({
      ...worked(drawn),
      ...source.mistake(drawn, randomStream(source.id, 'mistake', index)),
    })),
  };
}

const worked = ({ input, output, slots }: Case) => ({ input, output, ...(slots ? { slots } : {}) });

const allCases = ({ splits }: Draws): Case[] => splitNames.flatMap((split) => [...splits[split]]);

/** Short: ids and splits follow from the place in the list. */
function instance({ input, output, others = [], slots, options }: Case): unknown {
  return {
    input,
    output: [output, ...others],
    ...(slots ? { slots } : {}),
    ...(options ? { wrong: options.filter((option) => option !== output) } : {}),
  };
}

/** Number of instances of each split. */
export const sizesOf = ({ splits }: Draws): Record<SplitName, number> => ({
  train: splits.train.length,
  validation: splits.validation.length,
  test: splits.test.length,
});

const mixdeskKeys = (source: TaskSource, draws: Draws): unknown => ({
  id: source.id,
  name: source.name,
  cluster: source.cluster,
  metric: source.metric,
  definitionZh: source.definitionZh,
  ...(source.constraints ? { constraints: source.constraints } : {}),
  ...(source.isFamily ? { family: true } : {}),
  ...(source.labels ? { options: source.labels } : {}),
  ...(source.showsOptions ? { showsOptions: source.showsOptions } : {}),
  wordings: source.wordings.map(({ text, place, isHeldOut, isInverted }, index) => ({
    id: `w${index + 1}`,
    text,
    place,
    ...(isHeldOut ? { heldOut: true } : {}),
    ...(isInverted ? { inverted: true } : {}),
  })),
  splits: sizesOf(draws),
  difficulty: allCases(draws)
    .map(({ difficulty }) => difficulty)
    .join(''),
});
