/**
 * Files of the kinds that people bring: those of the shared folder in place (skipped by name without it), and twins of our own making.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { ReadFile } from '../../src/core/tasks/readReport.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import type { Instance, Task } from '../../src/core/tasks/task.ts';
import { refusalOf } from './refusal.ts';

const folder = '../shared/cases';
const json = (value: unknown): string => JSON.stringify(value);
const lines = (...rows: unknown[]): string => rows.map(json).join('\n');
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

type File = string | Uint8Array;
const bytesOf = (file: File): Uint8Array =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

const readBytes = (bytes: Uint8Array, name: string): Promise<ReadFile> =>
  readTaskFile(bytesContent(bytes, name), name);

const refusal = (bytes: Uint8Array, name: string): Promise<string> =>
  refusalOf(() => readBytes(bytes, name));

const all = ({ splits }: Task): Instance[] => Object.values(splits).flat();
const first = ({ tasks }: ReadFile): Task => tasks[0]!;
const inputs = (read: ReadFile): string[] => all(first(read)).map(({ input }) => input);
const outputs = (read: ReadFile): string[] => all(first(read)).flatMap((one) => one.outputs);

/** A file of the shared folder, and one of the same kind made here, of which the same is expected. */
interface Case {
  readonly shared: string;
  readonly name: string;
  readonly twin: File;
  readonly check: (read: ReadFile) => void;
}

const animals = ['fox', 'owl', 'eel', 'ape', 'bee', 'cat'];
const asked = (extra: (animal: string, i: number) => object): string =>
  lines(...animals.map((animal, i) => extra(animal, i)));
const table = (separator: string, rows: readonly (readonly string[])[]): string =>
  [['instruction', 'input', 'output'], ...rows].map((row) => row.join(separator)).join('\n');
const homes = animals.map((animal) => ['Home?', animal, `home of ${animal}`]);

const cases: Case[] = [
  {
    shared: 'three-instructions.jsonl',
    name: 'calls.jsonl',
    twin: lines(
      ...animals.flatMap((input) =>
        ['up', 'down'].map((way) => ({ instruction: `Send it ${way}.`, input, output: way })),
      ),
    ),
    check(read) {
      for (const { slots, outputs: answers } of all(first(read)))
        expect(slots?.['instruction']).toContain(` ${answers[0]} `.trim());
      expect(first(read).wordings).toHaveLength(1);
    },
  },
  ...['alpaca-list.json', 'pretty-array.jsonl'].map((shared): Case => ({
    shared,
    name: shared,
    twin: JSON.stringify(
      animals.map((input) => ({ instruction: 'Home?', input, output: 'a den' })),
      null,
      1,
    ),
    check: (read) => expect(all(first(read))).toHaveLength(6),
  })),
  {
    shared: 'rows-named.json',
    name: 'rows.json',
    twin: asked((input) => ({ instruction: 'Home?', input, output: 'a den' })),
    check: (read) => expect(all(first(read))).toHaveLength(6),
  },
  {
    shared: 'chat-messages.jsonl',
    name: 'talk.jsonl',
    twin: asked((animal) => ({
      conversations: [
        { from: 'system', value: 'Be short.' },
        { from: 'human', value: `Where does the ${animal} live?` },
        { from: 'gpt', value: 'there' },
      ],
    })),
    check(read) {
      expect(all(first(read))).toHaveLength(6);
      for (const input of inputs(read)) expect(input).toMatch(/^.+\.\nWhere does the \w+ live\?$/);
      expect(outputs(read).every((output) => !/live/.test(output))).toBe(true);
    },
  },
  ...['context-with-output.jsonl', 'instruction-context-response.jsonl'].map((shared): Case => ({
    shared,
    name: 'closed.jsonl',
    twin: asked((animal) => ({
      instruction: 'Where does it live?',
      context: `The ${animal} is seen near the den.`,
      response: 'den',
    })),
    check(read) {
      expect(inputs(read).every((input) => /is seen near the/.test(input))).toBe(true);
      expect(all(first(read))).toHaveLength(6);
    },
  })),
  {
    shared: 'history-system.jsonl',
    name: 'before.jsonl',
    twin: asked((animal) => ({
      instruction: 'And its home?',
      output: 'den',
      system: 'Be short.',
      history: [['Which one?', animal]],
    })),
    check(read) {
      for (const input of inputs(read))
        expect(input).toMatch(/^[^\n]+\.\nUser: .+\?\nAssistant: \w+\nAnd .+\?$/);
      expect(new Set(inputs(read)).size).toBe(6);
    },
  },
  {
    shared: 'input-target-list.json',
    name: 'bench.json',
    twin: json({
      name: 'dens',
      description: 'Say where it lives.',
      examples: animals.map((input) => ({ input, target: 'den' })),
    }),
    check(read) {
      expect(first(read).definition).toMatch(/^Say where .+ lives\.$/);
      expect(all(first(read))).toHaveLength(6);
      expect(read.report.format).toBe('bigBench');
    },
  },
  {
    shared: 'one-empty-output.jsonl',
    name: 'gaps.jsonl',
    twin: lines(
      ...Array.from({ length: 240 }, (_, i) => ({
        instruction: `Name ${i}.`,
        input: '',
        output: i % 6 === 2 ? (i % 4 ? null : ' ') : `name ${i}`,
      })),
    ),
    check({ report }) {
      expect(report.rows).toBe(240);
      expect(report.leftOut).toEqual([
        { reason: 'noOutput', count: 40, first: { unit: 'line', at: 3 } },
      ]);
    },
  },
  ...['number-answers.jsonl', 'number-answers.csv'].map((shared): Case => ({
    shared,
    name: shared,
    twin: shared.endsWith('.csv')
      ? table(
          ',',
          [0, 2, 4, 6, 8].map((n) => ['Legs?', `animal ${n}`, String(n)]),
        )
      : lines(
          ...[0, 2, 4, 6, 8].map((n) => ({
            instruction: 'Legs?',
            input: `animal ${n}`,
            output: n,
          })),
        ),
    check: (read) => expect(outputs(read).sort()).toEqual(['0', '2', '4', '6', '8']),
  })),
  {
    shared: 'ni-number-outputs.json',
    name: 'numbers.json',
    twin: json({
      Definition: 'Legs?',
      Instances: [0, 2, 4, 6].map((n) => ({ input: `animal ${n}`, output: [n] })),
    }),
    check: (read) => expect(outputs(read).sort()).toEqual(['0', '2', '4', '6']),
  },
  {
    shared: 'ghost-rows.csv',
    name: 'ghosts.csv',
    twin: `${table(';', homes)}\n;;\n ; ;\n;;\n`,
    check: (read) => expect(all(first(read))).toHaveLength(6),
  },
  {
    shared: 'sep-line.csv',
    name: 'excel.csv',
    twin: `sep=|\r\n${table('|', homes).replaceAll('\n', '\r\n')}\r\n`,
    check: (read) => expect(all(first(read))).toHaveLength(6),
  },
  {
    shared: 'excel-unicode-text.csv',
    name: 'unicode.csv',
    twin: utf16(
      table(
        '\t',
        ['é', 'ü', 'ñ', '中'].map((sign) => ['Où ?', sign, `${sign}${sign}`]),
      ),
    ),
    check(read) {
      expect(read.report.encoding).toBe('utf-16le');
      expect(outputs(read)).toHaveLength(4);
      expect(outputs(read).join()).not.toMatch(/[\uFFFD\0]/);
    },
  },
  {
    shared: 'few-prompts-many-answers.jsonl',
    name: 'open.jsonl',
    twin: lines(
      ...[33, 4, 3].flatMap((n, k) =>
        Array.from({ length: n }, (_, i) => ({
          prompt: `Write ${k}.`,
          completion: `text ${k} ${i}`,
        })),
      ),
    ),
    check({ report: { splitRows: rows } }) {
      expect(rows.train).toBeGreaterThanOrEqual(30);
      expect(rows.validation + rows.test).toBeGreaterThanOrEqual(5);
    },
  },
  {
    shared: 'foreign-end-marker.jsonl',
    name: 'marked.jsonl',
    twin: asked((animal) => ({ prompt: `Where is the ${animal}?`, completion: 'here</s>' })),
    check(read) {
      expect(read.report.endMarker).not.toBeNull();
      expect(outputs(read).every((output) => /^[a-z]+$/.test(output))).toBe(true);
    },
  },
  {
    shared: 'own-end-marker.jsonl',
    name: 'own.jsonl',
    twin: asked((input) => ({
      instruction: 'Repeat.',
      input: `${input} <eos> end`,
      output: `${input} <eos> end`,
    })),
    check(read) {
      expect(read.report.endMarker).toBeNull();
      expect(outputs(read).every((output) => output.includes(' <eos> '))).toBe(true);
    },
  },
  {
    shared: 'sorted-by-label.csv',
    name: 'sorted.csv',
    twin: table(
      ',',
      Array.from({ length: 400 }, (_, i) => ['Good?', `soup ${i}`, i < 200 ? 'good' : 'bad']),
    ),
    check(read) {
      for (const split of Object.values(first(read).splits)) {
        const labels = split.map((one) => one.outputs[0]);
        for (let i = 0; i + 8 <= Math.min(40, labels.length); i += 8)
          expect(new Set(labels.slice(i, i + 8)).size).toBe(2);
      }
    },
  },
];

describe('files of the kinds that people bring', () => {
  for (const { shared, name, twin, check } of cases) {
    test(`the kind of ${shared}, made here`, async () =>
      check(await readBytes(bytesOf(twin), name)));
    const path = join(folder, shared);
    test.skipIf(!existsSync(path))(`../shared/cases/${shared}`, async () =>
      check(await readBytes(readFileSync(path), shared)),
    );
  }
});

describe('files that are refused with the line at fault', () => {
  const latin = Buffer.from(table(',', homes).replace('eel', 'él'), 'latin1');
  test.each<[string, Uint8Array, RegExp]>([
    ['latin1.csv', latin, /line [24]: not UTF-8.*Windows-1252/],
    [
      'stray-quote.csv',
      bytesOf(table(',', homes).replace('eel', '"eel" too')),
      /line [45]: a quote/,
    ],
    ['extra-comma.csv', bytesOf(table(',', homes).replace('ape', 'ape, big')), /line 5: 4 cells/],
  ])('%s', async (shared, twin, message) => {
    expect(await refusal(twin, 'own.csv')).toMatch(message);
    const path = join(folder, shared);
    if (existsSync(path)) expect(await refusal(readFileSync(path), shared)).toMatch(message);
  });
  test('lines count through cells that hold line breaks', async () => {
    const text = table(',', [['Home?', '"a\n\nb"', 'x'], ['Home?', 'c', 'd', 'e'], ...homes]);
    expect(await refusal(bytesOf(text), 'own.csv')).toMatch(/line 5: 4 cells/);
  });
  test('a file without keys of ours lists the keys that are there', async () => {
    const said = await refusal(bytesOf(asked((animal) => ({ animal, den: 1 }))), 'own.jsonl');
    expect(said).toMatch(/line 1: keys are animal, den; wanted instruction and output/);
  });
});
