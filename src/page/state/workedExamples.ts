import type { SampleInstance, TaskInfo } from '../../core/protocol/index.ts';
import type { Shot } from '../../core/render/question.ts';

/** As many as a prompt may have. */
export const maxShots = 4;

/** Right worked cases of a task for a question, its file's own first; of a family only such as follow the same rule. */
export function rightExamples(task: TaskInfo, asked: SampleInstance | null): Shot[] {
  const rule = ruleOf(asked?.slots);
  return [
    ...task.positiveExamples,
    ...task.samples.map(({ input, outputs, slots }) => ({ input, output: outputs[0]!, slots })),
  ]
    .filter(({ input, slots }) => input !== asked?.input && ruleOf(slots) === rule)
    .map(({ input, output }) => ({ input, output }));
}

/** What would be wrong, as its file shows it. */
export const wrongExamples = (task: TaskInfo): Shot[] =>
  task.negativeExamples.map(({ input, output }) => ({ input, output, isWrong: true }));

const ruleOf = (slots: SampleInstance['slots']): string => JSON.stringify(slots ?? {});
