import { expect, test } from 'vitest';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import { renderPrompt } from '../../src/core/render/render.ts';
import { readQuestion } from '../../src/core/tokens/readQuestion.ts';
import { characterTokenizer as tokenizer, toyQuestion } from './toys.ts';

const reading = { tokenizer, format: mixdesk };
const shots = [
  { input: 'ab', output: 'AB' },
  { input: 'cd', output: 'cd', isWrong: true },
];
const question = toyQuestion({ text: 'Shout.', place: 'before' }, { input: 'ab cd ef gh' }, shots);
const whole = 'Shout.\nExample: ab -> AB\nWrong example: cd -> cd\nInput: ab cd ef gh\nOutput:';

test('a question is read with its worked examples, right and wrong', () => {
  expect(renderPrompt(mixdesk, question)).toBe(whole);
  const { ids, cut } = readQuestion(reading, question, whole.length + 4, 4)!;
  expect(tokenizer.decode(ids)).toBe(whole);
  expect(cut).toEqual({ instruction: 0, input: 0, shots: 0 });
});

test('one that does not fit loses its last worked examples first, whole', () => {
  const { ids, cut } = readQuestion(reading, question, whole.length + 3, 4)!;
  expect(tokenizer.decode(ids)).toBe('Shout.\nExample: ab -> AB\nInput: ab cd ef gh\nOutput:');
  expect(cut).toEqual({ instruction: 0, input: 0, shots: 1 });
});

test('without any example the middle of the input goes, and what cannot fit is refused', () => {
  const { ids, cut } = readQuestion(reading, question, 34, 4)!;
  expect(tokenizer.decode(ids)).toBe('Shout.\nInput: ab ...\nOutput:');
  expect(cut).toEqual({ instruction: 0, input: 5, shots: 2 });
  expect(readQuestion(reading, question, 24, 4)).toBeNull();
});
