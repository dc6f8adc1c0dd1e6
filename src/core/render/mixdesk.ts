import { askedText, fillSlots } from './fillSlots.ts';
import type { InstructionFormat } from './instructionFormat.ts';
import type { Asked, Instruction, Question } from './question.ts';
import type { Segment } from './segments.ts';

/**
 * Our own format: instruction, worked examples (wrong ones are called so), options, `Input: …`, and the constant cue `Output:`, which all
 * tasks share so that the answer's form is the cheapest thing to transfer. A wording placed after the
 * input stands between it and the cue; one placed around the input is the whole question.
 */
export const mixdesk = {
  name: 'mixdesk',
  prompt({ instruction, asked, shots }: Question): Segment[] {
    const text = fillSlots(askedText(instruction), asked.slots);
    const instructionLine: Segment[] =
      text === '' ? [] : [{ part: 'instruction', text }, frame('\n')];
    const shotLines = shots.map(({ input, output, isWrong }) =>
      frame(`${isWrong ? 'Wrong example' : 'Example'}: ${input} -> ${output}\n`),
    );
    const { options = [], showsOptions = false } = asked;
    const optionsLine = showsOptions ? [frame(`Options: ${options.join(' / ')}\n`)] : [];
    const input: Segment[] = [frame('Input: '), { part: 'input', text: asked.input }, frame('\n')];
    if (instruction.place === 'around') {
      return [...shotLines, ...optionsLine, ...aroundInput(instruction, asked), frame('\nOutput:')];
    }
    const given = [...shotLines, ...optionsLine, ...input];
    return instruction.place === 'before'
      ? [...instructionLine, ...given, frame('Output:')]
      : [...given, ...instructionLine, frame('Output:')];
  },
  answer: (output: string): Segment[] => [{ part: 'target', text: ` ${output}` }],
} as const satisfies InstructionFormat;

/** The wording with the input in it; one that has no place for it is what may be cut. */
function aroundInput(instruction: Instruction, { input, slots }: Asked): Segment[] {
  const [first = '', ...others] = askedText(instruction).split('{input}');
  if (others.length === 0) return [{ part: 'input', text: fillSlots(first, slots) }];
  const piece = (text: string): Segment => ({ part: 'instruction', text: fillSlots(text, slots) });
  const more = others.flatMap((text) => [{ part: 'input', text: input } as const, piece(text)]);
  return [piece(first), ...more].filter(({ text }) => text !== '');
}

const frame = (text: string): Segment => ({ part: 'frame', text });
