import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonFaultPosition } from '../../src/core/tasks/jsonFault.ts';
import { parseNaturalInstructions } from '../../src/core/tasks/parseNaturalInstructions.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { refusalOf } from './refusal.ts';

const fixtures = 'tests/fixtures/tasks';
const collection = '../shared/data/natural-instructions';
const read = (folder: string, name: string): Task =>
  parseNaturalInstructions(JSON.parse(readFileSync(join(folder, name), 'utf8')), name);

const readText = async (text: string, name: string): Promise<Task> =>
  (await readTaskFile(textContent(text, name), name)).tasks[0]!;

const refusal = (text: string, name = 'own.json'): Promise<string> =>
  refusalOf(() => readText(text, name));

function expectWellFormed(task: Task): void {
  const { train, validation, test: tests } = task.splits;
  for (const split of [train, validation, tests]) {
    expect(split.length).toBeGreaterThan(0);
    expect(split.every(({ outputs }) => outputs.length > 0)).toBe(true);
  }
  const inputs = [train, validation, tests].map(
    (split) => new Set(split.map(({ input }) => input)),
  );
  const distinct = new Set(inputs.flatMap((set) => [...set]));
  expect(distinct.size).toBe(inputs.reduce((sum, set) => sum + set.size, 0));
  expect(task.wordings[0]!.text).toBe(task.definition);
}

describe('Natural Instructions files', () => {
  test('older form: definition and output as strings, missing explanation, doubled input', () => {
    const task = read(fixtures, 'old-style.json');
    expectWellFormed(task);
    expect(task).toMatchObject({
      id: 'old-style',
      cluster: 'animal classification',
      metric: 'exactMatch',
      licence: 'Unknown',
    });
    expect(task.positiveExamples[0]!.explanation).toBe('A dog is an animal.');
    const all = Object.values(task.splits).flat();
    expect(all).toHaveLength(5);
    expect(all.find(({ input }) => input === 'cow')!.outputs).toEqual(['yes', 'Yes, it is.']);
  });
  test('newer form: lists, ids and licence', () => {
    const task = read(fixtures, 'new-style.json');
    expectWellFormed(task);
    expect(task).toMatchObject({
      metric: 'rougeL',
      licence: 'Apache-2.0',
      origin: 'new-style.json',
    });
    expect(
      Object.values(task.splits)
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['c-1', 'c-2', 'c-3', 'c-4']);
  });
  test('the split does not depend on the order of the file', () => {
    const raw = JSON.parse(readFileSync(join(fixtures, 'new-style.json'), 'utf8')) as {
      Instances: unknown[];
    };
    const turned = parseNaturalInstructions(
      { ...raw, Instances: raw.Instances.toReversed() },
      'new-style.json',
    );
    expect(turned.splits.test).toEqual(read(fixtures, 'new-style.json').splits.test);
  });
});

describe('a file from outside', () => {
  const three = ['a', 'b', 'c'].map((input) => ({ id: 'same', input, output: 'x' }));
  const parse = (file: object): Task => parseNaturalInstructions(file, 'own.json');

  test('a dropped file cannot pass for a built-in task by its id', () => {
    const task = parse({ Definition: 'Do.', Instances: three, Mixdesk: { id: 'sum_story' } });
    expect(task.origin).toBe('own.json');
  });
  test('instances of the same id are told apart', () => {
    const {
      train,
      validation,
      test: tests,
    } = parse({ Definition: 'Do.', Instances: three }).splits;
    expect([...train, ...validation, ...tests].map(({ id }) => id).sort()).toEqual([
      'same',
      'same-1',
      'same-2',
    ]);
  });
  test('the definition is the first that says something', () => {
    expect(parse({ Definition: ['', ' Do. '], Instances: three }).definition).toBe('Do.');
  });

  const files = existsSync(collection) ? readdirSync(collection) : [];
  test.skipIf(files.length === 0)(
    'every real file of the shared collection is read (skipped without ../shared)',
    () => {
      for (const name of files) {
        const task = read(collection, name);
        expectWellFormed(task);
        expect(Object.values(task.splits).flat()).toHaveLength(400);
      }
    },
  );

  test('built-in files keep their own id, metric, wordings and splits', () => {
    const task = read('public/datasets', 'sum_story.json');
    expectWellFormed(task);
    expect(task).toMatchObject({ id: 'sum_story', metric: 'rougeL' });
    expect(task.splits.test).toHaveLength(200);
    expect(task.wordings.length).toBeGreaterThanOrEqual(5);
  });
});

describe('rows of (instruction, input, output)', () => {
  const row = (i: number, instruction: string) =>
    JSON.stringify({ instruction, input: `text ${i}`, output: `out ${i}` });

  test('JSONL: instructions of the same input and output are wordings of one task', async () => {
    const text = [0, 1, 2, 3]
      .flatMap((i) => [row(i, 'Say it again.'), row(i, 'Copy it.')])
      .join('\n');
    const task = await readText(`${text}\n\n`, 'my rows.jsonl');
    expectWellFormed(task);
    expect(task.id).toBe('my-rows');
    expect(task.wordings.map(({ text: one }) => one)).toEqual(['Say it again.', 'Copy it.']);
    expect(Object.values(task.splits).flat()).toHaveLength(4);
  });
  test('JSONL: instructions of their own stay with their rows, be they few or many', async () => {
    for (const many of [3, 40]) {
      const text = Array.from({ length: 40 }, (_, i) => row(i, `Do number ${i % many}.`)).join(
        '\n',
      );
      const { wordings, splits } = await readText(text, 'rows.jsonl');
      expect(wordings.map(({ text: one }) => one)).toEqual(['{instruction}']);
      for (const { input, slots } of Object.values(splits).flat()) {
        const i = Number(input.replace('text ', ''));
        expect(slots).toEqual({ instruction: `Do number ${i % many}.` });
      }
    }
  });
  test('CSV: quotes, commas and line breaks inside fields', async () => {
    const text = 'Instruction,input,output\nCopy.,"a, b","x\ny"\nCopy.,c,z\nCopy.,"say ""hi""",w\n';
    const all = Object.values((await readText(text, 'a.csv')).splits).flat();
    expect(all.map(({ input }) => input).sort()).toEqual(['a, b', 'c', 'say "hi"']);
  });
});

const instances = (...list: unknown[]) => JSON.stringify({ Definition: ['Do.'], Instances: list });
const good = { input: 'a', output: ['b'] };

async function expectRefused(
  _: string,
  text: string,
  name: string,
  message: RegExp,
): Promise<void> {
  const said = await refusal(text, name);
  expect(said).toMatch(message);
  expect(said).toContain('Nothing was changed');
}

describe('malformed files are refused with the place at fault', () => {
  test.each([
    [
      'broken JSON names the line',
      '{\n"Definition": ["x"],\n"Instances": [}\n',
      'own.json',
      /line 3: not valid JSON/,
    ],
    [
      'an output of the wrong type names its key',
      instances(good, good, { input: 'a', output: { text: 5 } }),
      'own.json',
      /Instances\[2\]\.output: got \{"text":5\}; wanted a string or a list of strings/,
    ],
    [
      'a missing input names its key',
      instances({ output: ['b'] }),
      'own.json',
      /Instances\[0\]\.input: is missing/,
    ],
    [
      'a missing definition',
      JSON.stringify({ Instances: [good] }),
      'own.json',
      /Definition: is missing/,
    ],
    ['a list of numbers', '[1]', 'own.json', /line 1: wanted an object/],
    ['null instead of a task', 'null', 'own.json', /line 1: begins with "null"/],
    ['too few instances', instances(good), 'own.json', /1 distinct input, wanted at least 3/],
    ['an empty file', ' \n', 'own.json', /the file is empty/],
    [
      'no format of ours',
      'Dear all',
      'own.doc',
      /begins with "Dear all", which is none of Parquet, a Super/,
    ],
    ['a list without an end', '[{"input":"a","output":"b"}', 'own.json', /list has no end/],
    ['nesting without end', '['.repeat(100_000), 'own.json', /nested deeper than 32/],
  ])('%s', expectRefused);
});

describe('malformed rows are refused with the place at fault', () => {
  test.each([
    [
      'a JSONL line',
      '{"instruction":"a","output":"b"}\n{"instruction":{},"output":"c"}\n',
      'own.jsonl',
      /line 2, "instruction": got \{\}/,
    ],
    [
      'a broken JSONL line',
      '{"instruction":"a","output":"b"}\n{nope}\n',
      'own.jsonl',
      /line 2: not valid JSON/,
    ],
    [
      'a CSV with a header only',
      'instruction,input,output\n',
      'own.csv',
      /own\.csv: rows: there are none/,
    ],
    [
      'a CSV without output',
      'instruction,input\na,b\n',
      'own.csv',
      /line 1: columns are instruction, input/,
    ],
    [
      'a CSV row without output',
      'instruction,input,output\na,b,c\na,d,\n',
      'own.csv',
      /rows: there are none|1 distinct input/,
    ],
  ])('%s', expectRefused);
});

describe('a fault in a file', () => {
  test.each([
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['{"a" 1}', 1],
    ['[1] 2', 4],
    ['{"a": tru}', 6],
    ['["a\nb"]', 1],
    ['', 0],
  ])('the fault of %j is at character %i', (text, position) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaultPosition(text)).toBe(position);
  });

  test('a question of two named splits stays in the one that judges', async () => {
    const others = ['c', 'd', 'e'].map((input) => ({ ...good, input, split: 'train' }));
    const text = instances(...others, { ...good, split: 'train' }, { ...good, split: 'test' });
    const { tasks, report } = await readTaskFile(textContent(text, 'own.json'), 'own.json');
    expect(tasks[0]!.splits.test.map(({ input }) => input)).toEqual(['a']);
    expect(tasks[0]!.splits.train.every(({ input }) => input !== 'a')).toBe(true);
    expect(report.leftOut).toEqual([
      { reason: 'alsoHeldOut', count: 1, first: { unit: 'row', at: 4 } },
    ]);
  });
});
