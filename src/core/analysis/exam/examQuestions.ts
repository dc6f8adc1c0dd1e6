import { randomStream } from '../../random.ts';

/** A task as an exam draws from it. */
export interface ExamTask {
  readonly id: string;
  readonly nExamples: number;
  readonly nWordings: number;
}

export interface ExamQuestion {
  readonly taskId: string;
  readonly exampleIndex: number;
  readonly wordingIndex: number;
}

/**
 * The questions of an exam: every task as often as the others, as far as its examples reach, no example twice,
 * in an order that the seed decides. An example is asked in the same wording whenever it comes.
 */
export function examQuestions(
  tasks: readonly ExamTask[],
  length: number,
  seed: number,
): ExamQuestion[] {
  const pools = tasks.map(({ id, nExamples }) => ({
    id,
    examples: randomStream(seed, 'exam', id).shuffle(indices(nExamples)),
  }));
  const questions: ExamQuestion[] = [];
  for (let round = 0; questions.length < length; round++) {
    const open = pools.filter(({ examples }) => examples.length > round);
    if (open.length === 0) break;
    for (const { id, examples } of randomStream(seed, 'examRound', round).shuffle(open)) {
      const { nWordings } = tasks.find((task) => task.id === id)!;
      const exampleIndex = examples[round]!;
      const wordingIndex = exampleIndex % Math.max(1, nWordings);
      questions.push({ taskId: id, exampleIndex, wordingIndex });
    }
  }
  return questions.slice(0, length);
}

const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
