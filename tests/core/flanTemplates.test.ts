import { expect, test } from 'vitest';
import { told } from '../../cli/told.ts';
import { AppError } from '../../src/core/errors.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import { renderInstance } from '../../src/core/render/render.ts';
import { pythonLiterals } from '../../src/core/tasks/containers/pythonLiterals.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { ReadFile } from '../../src/core/tasks/readReport.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';

const source = `"""Templates of our own."""
import os  # nothing is run

PATTERNS = {
    "homes": [
        ("Where does it live?\\n{text}\\n\\n{options_}", "{answer}"),
        ("{text}\\nChoose its home."
         "\\n{options_}", "{answer}"),
        ("{text}\\nIts home?", "{answer}"),
        ("Say anything of a \\"home\\".", "{text}"),
    ],
    'news': [
        ("{text}\\n\\nWrite a brief headline", "{headline}"),
        ("A headline for: {text}", "{headline}"),
        ("Write a text for this headline: {headline}", "{text}"),
        ("Which year is it from?\\n{text}", "{year}"),
    ],
    "absent": [("{a}", "{b}")],
}
MORE = [x for x in range(3)]
`;
const animals = ['fox', 'owl', 'eel', 'bee', 'cat', 'ant'];
const options = ['den', 'nest', 'sea'];
const lines = (of: (animal: string, i: number) => object): string =>
  animals.map((animal, i) => JSON.stringify(of(animal, i))).join('\n');
const homes = lines((animal, i) => ({ text: `A ${animal} is here.`, label: i % 3, options }));
const news = lines((animal, i) => ({
  text: `An ${animal} was seen at the lake.`,
  headline: `${animal} seen`,
  year: 1990 + i,
}));

const beside = (...files: [string, string][]) =>
  files.map(([fileName, text]) => ({ fileName, content: textContent(text, fileName) }));

async function read(text: string, name: string, ...files: [string, string][]): Promise<ReadFile> {
  return readTaskFile({ ...textContent(text, name), beside: beside(...files) }, name);
}

const all = ({ splits }: Task) => Object.values(splits).flat();

test('literals of a Python source are read, and nothing is run', () => {
  const text = `A = ("a" 'b'  # c\n  r"\\n" """x"y""", [1, -2.5, None, True,], {'k': (1,)}, ("q"), "\\u00e9\\x41")\nB = os.system("x")\nC = {"a": A}\nD = 'open\n`;
  expect([...pythonLiterals(text)]).toEqual([
    ['A', ['ab\\nx"y', [1, -2.5, null, true], new Map([['k', [1]]]), 'q', 'éA']],
  ]);
});

test('each pattern set is applied to the rows that are named after it', async () => {
  const { tasks, report } = await read(
    source,
    'flan/templates.py',
    ['rows/homes.jsonl', homes],
    ['rows/news_train.jsonl', news],
    ['rows/other.jsonl', '{"a":1}'],
  );
  expect(tasks.map(({ cluster, wordings }) => [cluster, wordings.length])).toEqual([
    ['homes', 3],
    ['news', 3],
    ['news', 1],
  ]);
  expect(all(tasks[0]!)[0]!.options).toEqual(options);
  expect(tasks[0]!.wordings.map(({ text }) => text)).toEqual([
    'Where does it live?\n{input}\n\nOPTIONS:\n- den\n- nest\n- sea',
    'Choose its home.\nOPTIONS:\n- den\n- nest\n- sea',
    'Its home?',
  ]);
  const words = reportSentences(report).join(' ');
  expect(words).toContain('homes 4 (they ask the same of every row)');
  expect(words).toContain('absent (no file of rows is named after it)');
  expect(words).toContain('rows/other.jsonl (no patterns are for it)');
});

test('a pair that is turned around is an inverted wording of its task', async () => {
  const { tasks } = await read(source, 'templates.py', ['news.jsonl', news]);
  const [task] = tasks as [Task];
  const inverted = task.wordings.find(({ isInverted }) => isInverted)!;
  const instance = all(task)[0]!;
  const { segments } = renderInstance(mixdesk, { task, wording: inverted, instance, shots: [] });
  expect(segments.map(({ text }) => text).join('')).toBe(
    `Write a text for this headline: ${instance.outputs[0]!}\nOutput: ${instance.input}`,
  );
});

test('a list of pairs as JSON is applied to the only rows', async () => {
  const pairs = JSON.stringify([
    ['Where is the {animal}?', '{place}'],
    ['{animal}\nIts place?', '{place}'],
  ]);
  const rows = lines((animal, i) => ({ animal, place: options[i % 3] }));
  const { tasks } = await read(pairs, 'own_templates.json', ['mine.jsonl', rows]);
  expect(tasks.map(({ wordings }) => wordings.map(({ text }) => text))).toEqual([
    ['Where is the {input}?', 'Its place?'],
  ]);
});

test.each([
  [[], /holds 9 prompts for homes, news, absent, and no rows.*text/s],
  [[['homes.jsonl', '{"x":1}\n{"x":2}\n{"x":3}']], /its prompts read text.*; homes\.jsonl has x/s],
] as [[string, string][], RegExp][])(
  'patterns without their rows say what is wanted',
  async (files, words) => {
    const refused = await read(source, 'templates.py', ...files).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(told((refused as AppError).info)).toMatch(words);
  },
);
