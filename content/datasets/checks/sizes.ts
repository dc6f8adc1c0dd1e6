import { splitNames } from '../../../src/core/tasks/task.ts';
import { examSize, maxExampleLength, splitSizes } from '../drawSplits.ts';
import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

/** A task's file is fetched when its channel is used. */
export const maxFileBytes = 300_000;
const maxMeanLength = 125;

/** Every split is full, the file is small and its examples are short. */
export const sizes: Check = ({ draws, task, text }) => {
  const lengths = placedCases(draws).map(({ drawn }) => drawn.input.length + drawn.output.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const longest = Math.max(...lengths);
  const bytes = Buffer.byteLength(text);
  const counted = splitNames.map((split) => [split, task.splits[split].length] as const);
  const violations = [
    ...counted.flatMap(([split, got]) =>
      got === splitSizes[split]
        ? []
        : [`${split} has ${got} instances; wanted ${splitSizes[split]}`],
    ),
    ...(draws.exam.length === examSize ? [] : [`the exam has ${draws.exam.length} instances`]),
    ...(bytes <= maxFileBytes ? [] : [`the file has ${bytes} bytes; at most ${maxFileBytes}`]),
    ...(longest <= maxExampleLength ? [] : [`an example has ${longest} characters`]),
  ];
  const warnings =
    mean <= maxMeanLength ? [] : [`${mean.toFixed(0)} characters an example on average`];
  const figures = { kB: Math.round(bytes / 1000), mean: Math.round(mean), longest };
  return { violations, warnings, figures };
};
