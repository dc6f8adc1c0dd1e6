import { describe, expect, test } from 'vitest';
import { createMixture, drawNext } from '../../src/core/sampling/draws.ts';
import { askedText } from '../../src/core/render/fillSlots.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import { renderInstance, renderPrompt } from '../../src/core/render/render.ts';
import { parseNaturalInstructions } from '../../src/core/tasks/parseNaturalInstructions.ts';
import { toyQuestion } from './toys.ts';

const file = {
  Definition: ['Copy it.'],
  Instances: Array.from({ length: 12 }, (_, i) => ({
    input: `text ${i}`,
    output: [i % 2 ? 'no' : 'yes'],
    ...(i === 0 ? { slots: { x: 'dog', y: 'lamp' } } : {}),
  })),
  Mixdesk: {
    options: ['yes', 'no'],
    splits: { train: 8, validation: 2, test: 2 },
    difficulty: '123123123123',
    wordings: [
      { id: 'w1', text: 'Say {y} for {x}.' },
      { id: 'w2', text: 'Unseen.', heldOut: true },
      { id: 'w3', text: 'Turned.', inverted: true },
    ],
  },
};
const task = parseNaturalInstructions(file, 'own.json');
const [first, second, third] = task.splits.train;

describe('prompts', () => {
  test('what fills an instance stands in its wording', () => {
    const question = toyQuestion(task.wordings[1]!, { ...first!, showsOptions: false });
    const prompt = renderPrompt(mixdesk, question);
    expect(prompt).toBe('Say lamp for dog.\nInput: text 0\nOutput:');
  });
  test('options and worked examples stand between instruction and input', () => {
    const shots = [{ input: 'a', output: 'b' }];
    const asked = { input: 'text', options: ['yes', 'no'], showsOptions: true };
    const question = toyQuestion({ text: 'Do it.', place: 'before' }, asked, shots);
    expect(renderPrompt(mixdesk, question)).toBe(
      'Do it.\nExample: a -> b\nOptions: yes / no\nInput: text\nOutput:',
    );
  });
  test('constraints end every wording that does not say them, but not an inverted one', () => {
    const own = { ...file.Mixdesk, constraints: ['Unseen.', 'Write one word.'] };
    const { wordings } = parseNaturalInstructions({ ...file, Mixdesk: own }, 'own.json');
    expect(wordings.map(askedText)).toEqual([
      'Copy it. Unseen. Write one word.',
      'Say {y} for {x}. Unseen. Write one word.',
      'Unseen. Write one word.',
      'Turned.',
    ]);
  });
  test('an inverted wording asks for the input', () => {
    const inverted = { task, wording: task.wordings[3]!, instance: second!, shots: [] };
    const { segments } = renderInstance(mixdesk, inverted);
    expect(segments.map(({ text }) => text).join('')).toBe('Turned.\nInput: no\nOutput: text 1');
  });
});

test('half of each label’s instances show the options, all of them have them', () => {
  expect(task.splits.train.every(({ options }) => options?.length === 2)).toBe(true);
  const shown = task.splits.train.filter(({ showsOptions }) => showsOptions);
  expect(shown.map(({ outputs }) => outputs[0])).toEqual(['yes', 'no', 'yes', 'no']);
});

test('splits lie one after the other, grades belong to instances', () => {
  expect(task.splits.test.map(({ input }) => input)).toEqual(['text 10', 'text 11']);
  expect([first, second, third].map((one) => one!.difficulty)).toEqual([1, 2, 3]);
});

test('a held-out wording is never drawn for training', () => {
  let state = createMixture(1, [task]);
  const drawn = new Set<number>();
  for (let i = 0; i < 300; i++) {
    const [draw, next] = drawNext(state, [task], [1]);
    drawn.add(draw.wordingIndex);
    state = next;
  }
  expect([...drawn].sort()).toEqual([0, 1, 3]);
});
