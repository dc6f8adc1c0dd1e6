import { askedText } from '../../../src/core/render/fillSlots.ts';
import { mixdesk } from '../../../src/core/render/mixdesk.ts';
import type { Shot } from '../../../src/core/render/question.ts';
import { renderExample, renderInstance } from '../../../src/core/render/render.ts';
import type { Rendered } from '../../../src/core/render/segments.ts';
import { splitNames, type Instance, type Wording } from '../../../src/core/tasks/task.ts';
import type { Check, Checked } from './check.ts';

/** The context of the models that the tasks are made for. */
const context = 256;

/** Every instance fits, asked by the longest wording with its options shown; two shots are measured. */
export const contextLength: Check = (checked) => {
  const { task } = checked;
  const instances = splitNames.flatMap((split) => task.splits[split]);
  const shots = task.positiveExamples.slice(0, 2);
  const wording = longestWording(checked);
  const lengths = instances.map((one) => askedTokens(checked, wording, one, []));
  const longest = Math.max(...lengths);
  const isLong = longest > context;
  const at = lengths.indexOf(longest);
  const withShots = lengths.filter(
    (_, i) => askedTokens(checked, wording, instances[i]!, shots) > context,
  );
  const inverted = task.wordings.filter(({ isInverted }) => isInverted);
  const turned = inverted.flatMap((one) => instances.map((i) => invertedTokens(checked, one, i)));
  const violations = isLong ? [`${longest} tokens: "${instances[at]!.input}"`] : [];
  if (Math.max(0, ...turned) > context) violations.push('an inverted example is too long');
  const overflow = Math.round((100 * withShots.length) / lengths.length);
  return { violations, figures: { tokens: longest, overflow } };
};

function longestWording({ task, tokenizer }: Checked): Wording {
  const asking = task.wordings.filter(({ isInverted }) => !isInverted);
  const length = (wording: Wording): number => tokenizer.encode(askedText(wording)).length;
  return asking.reduce((best, one) => (length(one) > length(best) ? one : best));
}

function askedTokens(
  { task, tokenizer }: Checked,
  instruction: Wording,
  instance: Instance,
  shots: readonly Shot[],
): number {
  const asked = { ...instance, showsOptions: instance.options !== undefined };
  const question = { task, instruction, asked, shots };
  return tokens(tokenizer, renderExample(mixdesk, question, instance.outputs[0]!));
}

const invertedTokens = (
  { task, tokenizer }: Checked,
  wording: Wording,
  instance: Instance,
): number => tokens(tokenizer, renderInstance(mixdesk, { task, wording, instance, shots: [] }));

/** The end-of-sequence token comes after the answer. */
const tokens = (tokenizer: Checked['tokenizer'], { segments }: Rendered): number =>
  segments.reduce((sum, { text }) => sum + tokenizer.encode(text).length, 1);
