import { readFileSync } from 'node:fs';
import { randomStream } from '../../src/core/random.ts';
import { splitNames, type SplitName } from '../../src/core/tasks/task.ts';
import { testNouns, testPeople, trainPeople } from '../world/lexicon.ts';
import type { Case, TaskSource } from './taskSource.ts';

/** Number of instances of each split of every task. */
export const splitSizes: Record<SplitName, number> = { train: 1500, validation: 100, test: 200 };
/** Number of instances of the exam, which is drawn from a seed of its own. */
export const examSize = 100;

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
  /** Used once, at the end: nothing may be chosen by it. */
  readonly exam: readonly Case[];
}

/** What makes two inputs the same: letters, digits and the signs of code, in lower case. */
export const normaliseInput = (input: string): string =>
  input
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+*/=<>-]+/gu, ' ')
    .trim();

/** What makes two cases the same question: the input and what fills the wording. */
export const questionKey = ({ input, slots }: Pick<Case, 'input' | 'slots'>): string =>
  normaliseInput([input, ...Object.values(slots ?? {})].join('\n'));

/**
 * Draws a task's demonstrations, splits and exam from the fixed seed; no question occurs twice.
 * @throws Error when the generator cannot find enough different inputs.
 */
export function drawSplits(source: TaskSource): Draws {
  const seen: Seen = { questions: new Set(), rules: new Set() };
  const draw = (part: string, count: number): Case[] =>
    Array.from({ length: count }, (_, index) => drawNew(source, part, index, seen));
  const demonstrations = draw('demonstrations', 5);
  const splits = splitNames.map((split) => [split, draw(split, splitSizes[split])] as const);
  return {
    demonstrations,
    splits: Object.fromEntries(splits) as Record<SplitName, Case[]>,
    exam: draw('exam', examSize),
  };
}

/** Keys of questions that the pre-training corpus happens to hold with their answers (checkLeak.ts). */
const inCorpus = new Set(
  JSON.parse(readFileSync(new URL('inCorpus.json', import.meta.url), 'utf8')) as string[],
);

const isTested = (part: string): boolean => part === 'test' || part === 'exam';

interface Seen {
  readonly questions: Set<string>;
  /** What filled the wordings in training: a family is tested on other rules. */
  readonly rules: Set<string>;
}

function drawNew(source: TaskSource, part: string, index: number, seen: Seen): Case {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const drawn = drawCase(source, part, index, attempt);
    const key = questionKey(drawn);
    if (seen.questions.has(key) || exampleLength(source, drawn) > maxExampleLength) continue;
    if (!isTested(part) && !source.needsWordKnowledge && namesTestNoun(drawn)) continue;
    if (isTested(part) && inCorpus.has(key)) continue;
    const rule = ruleOf(drawn);
    if (source.isFamily && isTested(part) && seen.rules.has(rule)) continue;
    seen.questions.add(key);
    if (!isTested(part)) seen.rules.add(rule);
    return drawn;
  }
  throw new Error(`${source.id}: no new input for ${part} ${index} in ${maxAttempts} attempts`);
}

/** What fills the wordings, as one text. */
export const ruleOf = ({ slots }: Case): string => Object.values(slots ?? {}).join('|');

function drawCase(source: TaskSource, part: string, index: number, attempt: number): Case {
  const stream = randomStream(seed, source.id, part, index, attempt);
  // No task id: the text is the same for every task that draws it.
  const texts = randomStream(seed, 'text', part, index, attempt);
  const hasNewPeople = isTested(part) && texts.chance(newPeopleShare);
  const label = source.labels?.[index % source.labels.length] ?? '';
  return source.draw({ stream, texts, people: hasNewPeople ? testPeople : trainPeople, label });
}

const testNoun = new RegExp(
  `\\b(${testNouns.flatMap(({ word, plural }) => [word, plural]).join('|')})\\b`,
  'i',
);

/** Whether it holds a noun that only test instances (and the pre-training corpus) may hold. */
export function namesTestNoun({ input, output, slots, options }: Case): boolean {
  return testNoun.test(
    [input, output, ...Object.values(slots ?? {}), ...(options ?? [])].join(' '),
  );
}

function exampleLength(source: TaskSource, { input, output, slots, options }: Case): number {
  const texts = [source.definition, ...source.wordings.map(({ text }) => text)];
  const longest = Math.max(...texts.map((text) => text.length));
  const extra = [...Object.values(slots ?? {}), ...(options ?? source.labels ?? [])];
  return longest + frameLength + input.length + output.length + extra.join(' / ').length;
}
