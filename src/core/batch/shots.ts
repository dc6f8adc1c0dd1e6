import type { RandomStream } from '../random.ts';
import type { Shot } from '../render/question.ts';
import type { Reading } from '../tokens/reading.ts';
import { renderInstance, type AskedInstance } from '../render/render.ts';
import type { Instance, Task } from '../tasks/task.ts';
import { encodeExample, type EncodedExample } from '../tokens/encode.ts';

/** Training instances that ask something else, as worked examples; of a family, only such as follow the same rule. */
export function drawShots(
  task: Task,
  instance: Instance,
  count: number,
  stream: RandomStream,
): Shot[] {
  const rule = JSON.stringify(instance.slots);
  const fitting = task.splits.train.filter(
    (other) =>
      other.input !== instance.input && (!instance.slots || JSON.stringify(other.slots) === rule),
  );
  return stream
    .sample(fitting, count)
    .map(({ input, outputs }) => ({ input, output: outputs[0]! }));
}

/**
 * The instance asked this way, as tokens, with as many of the worked examples before it as fit into
 * `maxLen` uncut. Null where even the question alone does not fit.
 */
export function encodeWithShots(
  { format, tokenizer }: Reading,
  question: AskedInstance,
  maxLen: number,
): EncodedExample | null {
  const { shots } = question;
  for (let k = shots.length; k > 0; k--) {
    const rendered = renderInstance(format, { ...question, shots: shots.slice(0, k) });
    const encoded = encodeExample(rendered, tokenizer, 16 * maxLen);
    if (encoded && encoded.ids.length <= maxLen) return encoded;
  }
  return encodeExample(renderInstance(format, { ...question, shots: [] }), tokenizer, maxLen);
}
