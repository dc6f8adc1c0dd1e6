import { expect, test } from 'vitest';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileUnits } from '../../src/core/tasks/fileUnits.ts';
import { bytesContent, textContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { ReadFile } from '../../src/core/tasks/readReport.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';

const animals = [
  'The fox',
  'An owl by night',
  'The eel',
  'Bees',
  'The cat',
  'Ants',
  'A hen',
  'A cod',
];
const homes = ['den', 'nest', 'sea'];
const rendered = (
  question: (animal: string) => string,
  answer: (i: number) => string = (i) => homes[i % 3]!,
): string =>
  animals
    .map((animal, i) =>
      JSON.stringify({
        inputs: [1, 2],
        inputs_pretokenized: question(animal),
        targets: [3],
        targets_pretokenized: `${answer(i)}<|endoftext|>`,
      }),
    )
    .join('\n');

const files: Readonly<Record<string, string>> = {
  'toy_set_ask_first.jsonl': rendered((animal) => `Where do they live?\n${animal}`),
  'toy_set_ask_last.jsonl': rendered((animal) => `${animal}\nWhere do they live?`),
  'toy_set_in_words.jsonl': rendered((animal) => `Tell where ${animal} can be found.`),
  'toy_set_sort.jsonl': rendered(
    (animal) => `${animal}\nWhich sort?`,
    (i) => (i % 2 ? 'bird' : 'fish'),
  ),
};

function read(named: Readonly<Record<string, string>>): Promise<ReadFile> {
  const [[name, text], ...others] = Object.entries(named) as [
    [string, string],
    ...[string, string][],
  ];
  const beside = others.map(([fileName, one]) => ({
    fileName,
    content: textContent(one, fileName),
  }));
  return readTaskFile({ ...textContent(text, name), beside }, name);
}

test('files of one dataset are read together, by their names', () => {
  const names = [...Object.keys(files), 'toy.jsonl', 'toy_set_train.jsonl', 'other_set_one.jsonl'];
  const units = fileUnits(names.map((fileName) => ({ fileName })));
  expect(units.map(({ main, beside }) => [main.fileName, beside.length])).toEqual([
    ['toy_set_ask_first.jsonl', 3],
    ['toy.jsonl', 0],
    ['toy_set_train.jsonl', 0],
    ['other_set_one.jsonl', 0],
  ]);
});

test('prompts with the same rows and answers are wordings of one task, which are found in their texts', async () => {
  const { tasks, report } = await read(files);
  expect(
    tasks.map(({ name, wordings }) => [
      name,
      wordings.map(({ text, place }) => `${place}: ${text}`),
    ]),
  ).toEqual([
    [
      'toy_set: ask_first',
      [
        'before: Where do they live?',
        'after: Where do they live?',
        'around: Tell where {input} can be found.',
      ],
    ],
    ['toy set sort', ['before: Follow the instruction.']],
  ]);
  const inputs = Object.values(tasks[0]!.splits)
    .flat()
    .map(({ input }) => input);
  expect(inputs.sort()).toEqual([...animals].sort());
  expect(tasks[0]!.splits.test[0]!.outputs[0]).toMatch(/^(?:den|nest|sea)$/);
  expect(report.rows).toBe(16);
});

test('other rows, other answers or a file that can not be read keep to themselves', async () => {
  const { tasks, report } = await read({
    'toy_set_ask_first.jsonl': files['toy_set_ask_first.jsonl']!,
    'toy_set_others.jsonl': rendered((animal) => `Where? ${[...animal].reverse().join('')}`),
    'toy_set_empty.jsonl': rendered(
      (animal) => animal,
      () => '',
    ),
  });
  expect(tasks.map(({ id }) => id)).toEqual(['toy_set_ask_first', 'toy_set_others']);
  expect(report.prompts?.promptsLeft ?? []).toEqual([
    { reason: 'unreadable', names: ['toy_set_empty.jsonl'] },
  ]);
  expect(reportSentences(report).join(' ')).toContain('toy_set_empty.jsonl');
});

const shared = '../shared/data/p3-rendered';
test.skipIf(!existsSync(shared))(
  'the shared files of P3 are read as datasets, none of them twice',
  async () => {
    const named = readdirSync(shared)
      .sort()
      .map((fileName) => ({ fileName }));
    const withContent = ({ fileName }: { fileName: string }) => ({
      fileName,
      content: bytesContent(readFileSync(`${shared}/${fileName}`), fileName),
    });
    let wordings = 0;
    for (const { main, beside } of fileUnits(named)) {
      if (main.fileName.startsWith('trec')) continue;
      const { content, fileName } = withContent(main);
      const read = await readTaskFile({ ...content, beside: beside.map(withContent) }, fileName);
      wordings += read.tasks.reduce((sum, task) => sum + task.wordings.length, 0);
    }
    expect(wordings).toBe(named.filter(({ fileName }) => !fileName.startsWith('trec')).length);
  },
);
