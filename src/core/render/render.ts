import { lookUp } from '../lookUp.ts';
import type { Instance, Slots, Wording } from '../tasks/task.ts';
import type { Rendered, Segment } from './segments.ts';

/** What is asked about: an instance, or an input alone. */
export type Asked = Pick<Instance, 'input' | 'slots' | 'options' | 'showsOptions'>;

/** A worked case that stands before the question (k-shot prompting). */
export interface Shot {
  readonly input: string;
  readonly output: string;
}

type Instruction = Pick<Wording, 'text' | 'ending' | 'place'>;

const frame = (text: string): Segment => ({ part: 'frame', text });

/** The wording and its ending. */
export const askedText = ({ text, ending }: Pick<Wording, 'text' | 'ending'>): string =>
  ending === undefined ? text : `${text} ${ending}`;

/** The text with its `{name}`s filled; an unknown name stays as it is. */
export function fillSlots(text: string, slots: Slots = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => lookUp(slots, name) ?? whole);
}

/**
 * The canonical format: instruction, worked examples, options, `Input: …`, and the constant cue
 * `Output:`, which all tasks share so that the answer's form is the cheapest thing to transfer. A
 * wording placed after the input stands between it and the cue.
 */
function promptSegments(wording: Instruction, asked: Asked, shots: readonly Shot[]): Segment[] {
  const text = fillSlots(askedText(wording), asked.slots);
  const instruction: Segment = { part: 'instruction', text };
  const instructionLine = text === '' ? [] : [instruction, frame('\n')];
  const shotLines = shots.map(({ input, output }) => frame(`Example: ${input} -> ${output}\n`));
  const { options = [], showsOptions = false } = asked;
  const optionsLine = showsOptions ? [frame(`Options: ${options.join(' / ')}\n`)] : [];
  const input = [frame('Input: '), { part: 'input', text: asked.input } as const];
  const given = [...shotLines, ...optionsLine, ...input, frame('\n')];
  return wording.place === 'before'
    ? [...instructionLine, ...given, frame('Output:')]
    : [...given, ...instructionLine, frame('Output:')];
}

/** One training example as text segments; the separating space belongs to the target. */
export function renderExample(
  wording: Instruction,
  asked: Asked,
  output: string,
  shots: readonly Shot[] = [],
): Rendered {
  const target: Segment = { part: 'target', text: ` ${output}` };
  return { segments: [...promptSegments(wording, asked, shots), target] };
}

/** What the model is given when it must answer. */
export function renderPrompt(
  wording: Instruction,
  asked: Asked,
  shots: readonly Shot[] = [],
): string {
  return promptSegments(wording, asked, shots)
    .map((segment) => segment.text)
    .join('');
}

/**
 * A training instance asked this way. An inverted wording swaps input and first output, and shows no
 * options.
 */
export function renderInstance(
  wording: Wording,
  instance: Instance,
  shots: readonly Shot[] = [],
): Rendered {
  const output = instance.outputs[0]!;
  return wording.isInverted
    ? renderExample(wording, { input: output }, instance.input)
    : renderExample(wording, instance, output, shots);
}
