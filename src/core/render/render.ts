import type { Instance, Wording } from '../tasks/task.ts';
import type { InstructionFormat } from './instructionFormat.ts';
import type { AskedTask, Question, Shot } from './question.ts';
import type { Rendered } from './segments.ts';

/** A question and its answer as text segments; an empty output leaves room for the model's own. */
export const renderExample = (
  format: InstructionFormat,
  question: Question,
  output: string,
): Rendered => ({ segments: [...format.prompt(question), ...format.answer(output)] });

/** What the model is given when it must answer. */
export const renderPrompt = (format: InstructionFormat, question: Question): string =>
  format
    .prompt(question)
    .map(({ text }) => text)
    .join('');

/** A training instance asked one way, with the worked examples before it. */
export interface AskedInstance {
  readonly task: AskedTask;
  readonly wording: Wording;
  readonly instance: Instance;
  readonly shots: readonly Shot[];
}

/** An inverted wording swaps input and first output, and shows neither options nor worked examples. */
export function renderInstance(
  format: InstructionFormat,
  { task, wording, instance, shots }: AskedInstance,
): Rendered {
  const output = instance.outputs[0]!;
  const about = { task, instruction: wording };
  return wording.isInverted
    ? renderExample(format, { ...about, asked: { input: output }, shots: [] }, instance.input)
    : renderExample(format, { ...about, asked: instance, shots }, output);
}
