import { randomStream } from '../../src/core/random.ts';
import { splitNames } from '../../src/core/tasks/task.ts';
import { drawSplits, type Draws } from './drawSplits.ts';
import type { Case, TaskSource } from './taskSource.ts';

const positiveCount = 3;

/** The text of a task's file: the Super-NaturalInstructions schema, one instance a line. */
export function taskFile(source: TaskSource): string {
  const draws = drawSplits(source);
  const fields = { ...head(source), ...demonstrations(source, draws.demonstrations) };
  const lines = Object.entries(fields).map(([key, value]) => field(key, value));
  lines.push(listField('Instances', instances(source, draws)));
  lines.push(field('Instance License', ['Apache-2.0']), field('Mixdesk', mixdeskKeys(source)));
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
    Input_language: ['English'],
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
      input: drawn.input,
      output: drawn.output,
      explanation: source.explain(drawn),
    })),
    'Negative Examples': negative.map((drawn, index) => ({
      input: drawn.input,
      ...source.mistake(drawn, randomStream(source.id, 'mistake', index)),
    })),
  };
}

const instances = (source: TaskSource, { splits }: Draws): unknown[] =>
  splitNames.flatMap((split) =>
    splits[split].map(({ input, output }, index) => ({
      id: `${source.id}-${split}-${String(index + 1).padStart(4, '0')}`,
      input,
      output: [output],
      split,
    })),
  );

const mixdeskKeys = ({ id, name, cluster, metric, wordings }: TaskSource): unknown => ({
  id,
  name,
  cluster,
  metric,
  wordings: wordings.map(({ text, place }, index) => ({ id: `w${index + 1}`, text, place })),
});
