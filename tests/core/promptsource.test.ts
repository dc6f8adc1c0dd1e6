/** Prompts of promptsource applied to rows. The golden texts are those of Jinja2 3.1.6 and PyYAML 6.0.3 over the same file and rows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { told } from '../../cli/told.ts';
import { AppError } from '../../src/core/errors.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import { renderPrompt } from '../../src/core/render/render.ts';
import { filled } from '../../src/core/tasks/prompts/askedRow.ts';
import { promptsOfSheet } from '../../src/core/tasks/prompts/promptsOfSheet.ts';
import { bytesContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { ReadFile } from '../../src/core/tasks/readReport.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';

const sheet = readFileSync('tests/fixtures/prompts/animals.yaml', 'utf8');
interface Golden {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly prompts: readonly { prompt: string; asked: readonly ([string, string] | null)[] }[];
}
const golden = JSON.parse(
  readFileSync('tests/fixtures/prompts/animals.golden.json', 'utf8'),
) as Golden;
const lines = golden.rows.map((row) => JSON.stringify(row)).join('\n');

const file = (fileName: string, value: string | Uint8Array) => {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return { fileName, content: bytesContent(bytes, fileName) };
};

function read(yaml: string, ...beside: ReturnType<typeof file>[]): Promise<ReadFile> {
  const { content } = file('animals.yaml', yaml);
  return readTaskFile({ ...content, beside }, 'animals.yaml');
}

async function refusal(reading: Promise<ReadFile>): Promise<string> {
  try {
    await reading;
    return 'it was read';
  } catch (error) {
    if (error instanceof AppError) return told(error.info);
    throw error;
  }
}

const all = ({ splits }: Task) => Object.values(splits).flat();
const template = (name: string, jinja: string): string =>
  ` ${name}: !Template\n  name: ${name}\n  jinja: ${JSON.stringify(jinja)}\n`;
const sheetOf = (...templates: string[]): string => `dataset: d\ntemplates:\n${templates.join('')}`;

test('each prompt gives each row the text that Jinja2 gives it', () => {
  const { prompts, unusable } = promptsOfSheet(sheet, 'animals.yaml');
  expect(unusable).toEqual([]);
  for (const [k, prompt] of prompts.entries()) {
    const asked = golden.rows.map((values, i) => {
      const one = prompt.ask({ values, place: { unit: 'line', at: i + 1 } }, i);
      return one && [filled(one.pattern, one.values).trim(), one.target];
    });
    expect({ prompt: prompt.name, asked }).toEqual(golden.prompts[k]);
  }
});

test('prompts that ask from the same for the same are wordings of one task, others are other tasks', async () => {
  const { tasks, report, ownReports } = await read(sheet, file('rows.jsonl', lines));
  expect(tasks.map(({ wordings }) => wordings.map(({ id, place }) => `${id} ${place}`))).toEqual([
    ['where before', 'where-with-choices after'],
    ['swims around'],
    ['name-it around'],
    ['best-food around'],
  ]);
  expect(tasks[0]!.wordings[1]!.text).toBe('Is its home a den, a nest, a sea?');
  expect(tasks.map(({ metric }) => metric)).toEqual([
    'exactMatch',
    'exactMatch',
    'rougeL',
    'exactMatch',
  ]);
  expect(all(tasks[0]!)[0]!.options).toEqual(['Den', 'Nest', 'Sea']);
  expect(ownReports![2]!.leftOut).toEqual([
    { reason: 'renderedEmpty', count: 2, first: { unit: 'line', at: 3 } },
  ]);
  expect(reportSentences(report).join(' ')).toContain(
    'Left out: anything (they ask the same of every row).',
  );
});

test('what a model is asked holds the rendered prompt, word for word where the input stands in it', async () => {
  const { tasks } = await read(sheet, file('rows.jsonl', lines));
  for (const task of tasks) {
    for (const wording of task.wordings.filter(({ place }) => place === 'around')) {
      const { asked } = golden.prompts.find(
        ({ prompt }) => prompt.replace(' ', '-') === wording.id,
      )!;
      for (const instance of all(task)) {
        const about = { task, instruction: wording, asked: instance, shots: [] };
        const [question] = asked[Number(/\d+$/.exec(instance.id)![0])]!;
        expect(renderPrompt(mixdesk, about)).toBe(`${question}\nOutput:`);
      }
    }
  }
});

test('rows from lines, a table and Parquet give the same tasks', async () => {
  const names = ['text', 'name', 'label', 'foods', 'best'];
  const cell = (value: unknown): string =>
    `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  const table = [
    names.join(','),
    ...golden.rows.map((row) => names.map((name) => cell(row[name])).join(',')),
  ].join('\n');
  const columnData = names.map((name) => ({
    name,
    data: golden.rows.map((row) => row[name]),
    ...(name === 'label' && {
      type: 'INT64' as const,
      data: golden.rows.map((row) => BigInt(Number(row[name]))),
    }),
    ...(name === 'foods' && { type: 'JSON' as const }),
  }));
  const parquet = new Uint8Array(parquetWriteBuffer({ columnData }));
  const { tasks } = await read(sheet, file('rows.jsonl', lines));
  for (const other of [file('rows.csv', table), file('rows.parquet', parquet)]) {
    expect((await read(sheet, other)).tasks).toEqual(tasks);
  }
});

test('files named train and test are these splits', async () => {
  const part = (from: number, to: number): string => lines.split('\n').slice(from, to).join('\n');
  const { tasks, report } = await read(
    sheet,
    file('homes_train.jsonl', part(0, 5)),
    file('homes_test.jsonl', part(5, 8)),
  );
  expect(report.splitRule).toBe('named');
  expect(tasks[0]!.splits.test.map(({ id }) => Number(id.split('-').at(-1))).sort()).toEqual([
    5, 6, 7,
  ]);
});

test('prompts without their rows say what to add, and rows of several datasets that they fit', async () => {
  expect(await refusal(read(sheet))).toMatch(
    /holds 6 prompts for animals\/homes, and no rows.*with text, .*or name both after --tasks/s,
  );
  expect(await refusal(read(sheet, file('a.jsonl', lines), file('b.jsonl', lines)))).toMatch(
    /rows of several files would fit: a\.jsonl, b\.jsonl/,
  );
  const named = read(sheet, file('a.jsonl', '{"x":1}'), file('animals_homes.jsonl', lines));
  expect((await named).tasks).toHaveLength(4);
  expect(await refusal(read(sheet, file('a.jsonl', '{"x":1}\n{"x":2}')))).toMatch(
    /its prompts read .*text.*; a\.jsonl has x\./s,
  );
});

test('a prompt that asks for too much, or for anything of JavaScript, is left out with its reason', async () => {
  const doubling = '{% set x = "a" %}{% for i in range(40) %}{% set x = x ~ x %}{% endfor %}';
  const bad = {
    loop: '{% for i in range(3000000) %}{% endfor %}{{text}}|||x',
    loops: `${'{% for i in range(9000) %}'.repeat(2)}${'{% endfor %}'.repeat(2)}{{text}}|||x`,
    grows: `${doubling.replace('"a"', `"${'a'.repeat(99)}"`).replace('40', '20')}{{text}}|||x`,
    reaches: '{{ text.constructor.constructor("return 1")() }}|||x',
    open: '{{ text |||x',
    filters: '{{ text | unheard_of }}|||x',
    long: `${'a'.repeat(70_000)}{{text}}|||x`,
  };
  const sheetText = sheetOf(
    template('fine', 'Home of {{text}}?|||{{name}}'),
    ...Object.entries(bad).map(([name, jinja]) => template(name, jinja)),
  );
  const { tasks, report } = await read(sheetText, file('rows.jsonl', lines));
  expect(tasks.flatMap(({ wordings }) => wordings.map(({ id }) => id))).toEqual(['fine']);
  const failed = report.prompts!.promptsLeft.find(({ reason }) => reason === 'failed')!;
  expect([...failed.names].sort()).toEqual(Object.keys(bad).sort());
});

test('an inherited name is no column, and data are no templates', async () => {
  const yaml = sheetOf(template('own', 'Say {{toString}}{{text}}!|||{{name}} {{constructor}}'));
  const odd = ['a', 'b', 'c', 'd'].map((name) =>
    JSON.stringify({
      text: `{{ 7 * 7 }} {${name}} {% raw %}`,
      name,
      toString: '',
      constructor: 'x',
    }),
  );
  const { tasks } = await read(yaml, file('rows.jsonl', odd.join('\n')));
  expect(
    all(tasks[0]!)
      .map(({ input, outputs }) => [input, outputs[0]])
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd'].map((name) => [`{{ 7 * 7 }} {${name}} {% raw %}`, `${name} x`]));
});

test('a choice is drawn by the row: the same on every reading, not the same for every row', async () => {
  const yaml = sheetOf(template('pick', '{{ text }} Name one: ||| {{ foods | choice }}'));
  const picked = async (): Promise<string[]> => {
    const rows = golden.rows.flatMap((row, i) =>
      ['x', 'y', 'z'].map((more) => ({ ...row, text: `${String(row['text'])}${more}${i}` })),
    );
    const text = rows.map((row) => JSON.stringify(row)).join('\n');
    const { tasks } = await read(yaml, file('rows.jsonl', text));
    return all(tasks[0]!).map(({ outputs }) => outputs[0]!);
  };
  const first = await picked();
  expect(await picked()).toEqual(first);
  expect(new Set(first.map((one) => one === 'fish')).size).toBe(2);
});

test.each([
  ['dataset: d\ntemplates: !Template [1, 2', /not valid YAML/],
  ['dataset: d\ntemplates: !Template\n  jinja: 1\n', /jinja.*is missing/],
  [`dataset: d\ntemplates:\n x: !Template\n  name: &a [1]\n  jinja: ${'[*a, *a]'}\n`, /is missing/],
])('a damaged sheet is refused in words: %s', async (yaml, words) => {
  expect(await refusal(read(yaml, file('rows.jsonl', lines)))).toMatch(words);
});

const shared = '../shared/data/promptsource';
test.skipIf(!existsSync(shared))('every prompt of the shared sheets is understood', () => {
  for (const name of readdirSync(shared).filter((one) => one.endsWith('.yaml'))) {
    const { prompts, unusable } = promptsOfSheet(readFileSync(`${shared}/${name}`, 'utf8'), name);
    expect([name, unusable]).toEqual([name, []]);
    expect(prompts.length).toBeGreaterThan(5);
  }
});
