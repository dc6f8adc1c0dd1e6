import type { Part } from '../batch/batch.ts';
import type { Wording } from '../tasks/task.ts';

/** A piece of the text and what it is; joined in order they are the whole example. */
export interface Segment {
  readonly part: Exclude<Part, 'padding'>;
  readonly text: string;
}

export interface Rendered {
  /** The prompt's segments, then one `target` segment. */
  readonly segments: readonly Segment[];
}

const frame = (text: string): Segment => ({ part: 'frame', text });

/**
 * The canonical format: instruction, `Input: …`, and the constant cue `Output:`, which all tasks
 * share so that the answer's form is the cheapest thing to transfer. A wording placed after the
 * input swaps the first two lines.
 */
function promptSegments(wording: Pick<Wording, 'text' | 'place'>, input: string): Segment[] {
  const instruction: Segment = { part: 'instruction', text: wording.text };
  const inputLine = [frame('Input: '), { part: 'input', text: input } as const];
  const instructionLine = wording.text === '' ? [] : [instruction, frame('\n')];
  return wording.place === 'before'
    ? [...instructionLine, ...inputLine, frame('\nOutput:')]
    : [...inputLine, frame('\n'), ...instructionLine, frame('Output:')];
}

/** One training example as text segments; the separating space belongs to the target. */
export function renderExample(
  wording: Pick<Wording, 'text' | 'place'>,
  input: string,
  output: string,
): Rendered {
  return { segments: [...promptSegments(wording, input), { part: 'target', text: ` ${output}` }] };
}

/** What the model is given when it must answer. */
export function renderPrompt(wording: Pick<Wording, 'text' | 'place'>, input: string): string {
  return promptSegments(wording, input)
    .map((segment) => segment.text)
    .join('');
}
