import { drawsOf } from './allDraws.ts';
import { questionKey } from './drawSplits.ts';
import type { TaskSource } from './taskSource.ts';
import type { TestedQuestion } from './testLeak.ts';

/** The test and exam questions of these tasks; the id is the question's key. */
export function testedQuestions(sources: readonly TaskSource[]): TestedQuestion[] {
  return sources.flatMap((source) => {
    const { splits, exam } = drawsOf(source);
    return [...splits.test, ...exam].map((drawn) => ({
      id: questionKey(drawn),
      input: drawn.input,
      output: drawn.output,
    }));
  });
}
