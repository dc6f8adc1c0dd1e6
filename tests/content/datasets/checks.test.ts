import { describe, expect, test } from 'vitest';
import type { Checked } from '../../../content/datasets/checks/check.ts';
import { cleanTexts } from '../../../content/datasets/checks/cleanTexts.ts';
import { contextLength } from '../../../content/datasets/checks/contextLength.ts';
import { duplicates } from '../../../content/datasets/checks/duplicates.ts';
import { editDistance, spokenWords } from '../../../content/datasets/checks/editDistance.ts';
import { runChecks } from '../../../content/datasets/checks/index.ts';
import { labelBalance } from '../../../content/datasets/checks/labelBalance.ts';
import { modelTokenizer, prepareTask } from '../../../content/datasets/checks/prepareTask.ts';
import { slotFilling } from '../../../content/datasets/checks/slotFilling.ts';
import { solverAgreement } from '../../../content/datasets/checks/solverAgreement.ts';
import { testOnlyWords } from '../../../content/datasets/checks/testOnlyWords.ts';
import { vocabulary } from '../../../content/datasets/checks/vocabulary.ts';
import { checkAllTogether } from '../../../content/datasets/checks/allTogether.ts';
import { wordingVariety } from '../../../content/datasets/checks/wordingVariety.ts';
import { taskSources } from '../../../content/datasets/tasks/index.ts';
import type { Case } from '../../../content/datasets/taskSource.ts';

const tokenizer = modelTokenizer();
const all = taskSources.map((source) => prepareTask(source, tokenizer));

test.each(all.map((checked) => [checked.source.id, checked] as const))(
  '%s passes every check',
  (_, checked) => {
    expect(runChecks(checked).violations).toEqual([]);
  },
);

test('together the tasks are enough', () => {
  expect(checkAllTogether(all).violations).toEqual([]);
  expect(checkAllTogether(all.slice(0, 3)).violations).toHaveLength(5);
});

const named = (id: string): Checked => all.find(({ source }) => source.id === id)!;

/** The task with its second training case changed. */
function withCase(id: string, change: (drawn: Case, first: Case) => Partial<Case>): Checked {
  const checked = named(id);
  const { splits } = checked.draws;
  const [first, second, ...others] = splits.train as [Case, Case, ...Case[]];
  const train = [first, { ...second, ...change(second, first) }, ...others];
  return { ...checked, draws: { ...checked.draws, splits: { ...splits, train } } };
}

describe('a check finds', () => {
  test('a question that is asked twice', () => {
    const twice = withCase('yn_fact', (_, { input }) => ({ input: input.toUpperCase() }));
    expect(duplicates(twice).violations).toHaveLength(1);
  });

  test('a label too many, and options without the answer', () => {
    const other = withCase('yn_fact', (_, { output }) => ({ output }));
    expect(labelBalance(other).violations).toHaveLength(1);
    const lost = withCase('nli_pick', () => ({ options: ['this', 'that'] }));
    expect(labelBalance(lost).violations).toHaveLength(1);
  });

  test('a wrong answer', () => {
    const wrong = solverAgreement(withCase('qa_where', () => ({ output: 'on the moon' })));
    expect(wrong.violations).toHaveLength(1);
    expect(wrong.figures!['solver']).toBeLessThan(100);
  });

  test('a noun or a person of the test in training', () => {
    const noun = withCase('qa_where', () => ({ input: 'Ana has a mirror.' }));
    expect(testOnlyWords(noun).violations).toHaveLength(1);
    const person = withCase('qa_where', () => ({ input: 'Felix has a hat.' }));
    expect(testOnlyWords(person).violations).toHaveLength(1);
  });
});

describe('a check reads wordings, slots and negative examples, and finds', () => {
  test('a negative example that is right', () => {
    const checked = named('qa_where');
    const { positiveExamples, negativeExamples } = checked.task;
    const output = checked.draws.demonstrations[positiveExamples.length]!.output;
    const right = [{ ...negativeExamples[0]!, output }, negativeExamples[1]!];
    const task = { ...checked.task, negativeExamples: right };
    expect(solverAgreement({ ...checked, task }).violations).toHaveLength(1);
  });

  test("a text that isn't filled in, and a slot that nothing fills", () => {
    const slip = withCase('qa_where', () => ({ input: 'Ana  has undefined.' }));
    expect(cleanTexts(slip).violations).toHaveLength(1);
    const unfilled = withCase('gym_replace', () => ({ slots: { x: 'lamp' } }));
    expect(slotFilling(unfilled).violations).toHaveLength(1);
  });

  test('a family that is tested on a rule of its training', () => {
    const { slots } = named('gym_replace').draws.splits.test[0]!;
    const known = withCase('gym_replace', () => (slots ? { slots } : {}));
    expect(slotFilling(known).violations).toEqual(['1 rules of the test occur in training']);
  });

  test('wordings that are alike, too long or not read', () => {
    const checked = named('qa_where');
    const [first, ...others] = checked.source.wordings;
    const violationsWith = (text: string): readonly string[] => {
      const wordings = [{ ...first!, text }, ...others];
      return wordingVariety({ ...checked, source: { ...checked.source, wordings } }).violations;
    };
    expect(violationsWith(others[0]!.text)).toHaveLength(1);
    expect(violationsWith(Array(31).fill('so').join(' '))).toHaveLength(1);
    expect(violationsWith('> Say with other words where all of it lies')).toHaveLength(1);
  });

  test('words that the tokenizer has to spell, and a prompt that is longer than the context', () => {
    const splits = named('qa_where').draws.splits;
    const strange = splits.train.map((one) => ({ ...one, input: 'zyxwvq kjhgfz qpwlxz vbnzkq' }));
    const checked = named('qa_where');
    const draws = { ...checked.draws, splits: { ...splits, train: strange } };
    expect(vocabulary({ ...checked, draws }).violations).toHaveLength(1);
    const [long, ...test] = checked.task.splits.test;
    const input = Array(300).fill('word').join(' ');
    const longer = { ...checked.task.splits, test: [{ ...long!, input }, ...test] };
    const task = { ...checked.task, splits: longer };
    expect(contextLength({ ...checked, task }).violations).toHaveLength(1);
  });
});

test.each([
  ['Copy it.', 'copy IT', 0],
  ['Write the word.', 'Write the first word.', 0.25],
  ['Write the word.', 'Say all of it', 1],
  ['Write {x}.', 'Write {y}.', 0.5],
])('%s and %s are %d apart', (one, two, distance) => {
  expect(editDistance(spokenWords(one), spokenWords(two))).toBe(distance);
});
