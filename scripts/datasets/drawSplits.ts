import { randomStream } from '../../src/core/random.ts';
import { splitNames, type SplitName } from '../../src/core/tasks/task.ts';
import { testPeople, trainPeople } from '../world/lexicon.ts';
import type { Case, TaskSource } from './taskSource.ts';

/** Number of instances drawn for each split of a task. */
export const splitSizes = ({ trainSize = 1500 }: TaskSource): Record<SplitName, number> => ({
  train: trainSize,
  validation: 100,
  test: 100,
});

/** Upper bound of instruction, input, output and frame together, in characters. */
export const maxExampleLength = 480;

const seed = 2026;
const maxAttempts = 2000;
/** Share of test instances that name only people whom no training instance names. */
const newPeopleShare = 0.3;
const frameLength = 'Input: \n\nOutput: '.length;

export interface Draws {
  /** Cases for demonstrations; their inputs occur in no split. */
  readonly demonstrations: readonly Case[];
  readonly splits: Readonly<Record<SplitName, readonly Case[]>>;
}

/** What makes two inputs the same: letters and digits, in lower case. */
export const normaliseInput = (input: string): string =>
  input
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+*/=<>-]+/gu, ' ')
    .trim();

/**
 * Draws a task's demonstrations and splits from the fixed seed; no input occurs twice.
 * @throws Error when the generator cannot find enough different inputs.
 */
export function drawSplits(source: TaskSource): Draws {
  const seen = new Set<string>();
  const draw = (part: string, count: number): Case[] =>
    Array.from({ length: count }, (_, index) => drawNew(source, part, index, seen));
  const demonstrations = draw('demonstrations', 5);
  const sizes = splitSizes(source);
  const splits = splitNames.map((split) => [split, draw(split, sizes[split])] as const);
  return { demonstrations, splits: Object.fromEntries(splits) as Record<SplitName, Case[]> };
}

function drawNew(source: TaskSource, part: string, index: number, seen: Set<string>): Case {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const drawn = drawCase(source, part, index, attempt);
    const key = normaliseInput(drawn.input);
    if (seen.has(key) || exampleLength(source, drawn) > maxExampleLength) continue;
    seen.add(key);
    return drawn;
  }
  throw new Error(`${source.id}: no new input for ${part} ${index} in ${maxAttempts} attempts`);
}

function drawCase(source: TaskSource, part: string, index: number, attempt: number): Case {
  const stream = randomStream(seed, source.id, part, index, attempt);
  const hasNewPeople = part === 'test' && stream.chance(newPeopleShare);
  const label = source.labels?.[index % source.labels.length] ?? '';
  return source.draw(stream, hasNewPeople ? testPeople : trainPeople, label);
}

function exampleLength(source: TaskSource, { input, output }: Case): number {
  const texts = [source.definition, ...source.wordings.map(({ text }) => text)];
  const longest = Math.max(...texts.map((text) => text.length));
  return longest + frameLength + input.length + output.length;
}
