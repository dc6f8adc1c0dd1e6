/**
 * Mutated files of each kind through the door that own files take: what is refused is refused by an error of ours, and nothing hangs. `MUTATIONS`
 * sets how many of each kind (20000 takes about ten minutes); the seed is in the name of the failing test.
 */
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { randomStream, type RandomStream } from '../../src/core/random.ts';
import type { FileContent } from '../../src/core/tasks/readers/reader.ts';
import type { ReadFile } from '../../src/core/tasks/readReport.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { blobContent } from '../../workers/data/blobContent.ts';

const mutations = Number(process.env['MUTATIONS'] ?? 300);
const longestMs = 2000;
const animals = ['fox', 'owl', 'eel', 'ape', 'bee', 'cat', 'été', '漢字'];
const rows = animals.map((input) => ({ instruction: 'Home?', input, output: `den of ${input}` }));
const column = (name: 'instruction' | 'input' | 'output') => ({
  name,
  data: rows.map((row) => row[name]),
});
const table = ['instruction,input,output', ...rows.map((row) => Object.values(row).join())];
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const kinds: Readonly<Record<string, Uint8Array>> = {
  'natural instructions': text(
    JSON.stringify({
      Definition: ['Home?'],
      Instances: rows.map(({ input, output }) => ({ input, output: [output] })),
    }),
  ),
  bigBench: text(
    JSON.stringify({
      name: 'b',
      examples: rows.map(({ input, output }) => ({ input, target: output })),
    }),
  ),
  lines: text(rows.map((row) => JSON.stringify(row)).join('\n')),
  list: text(JSON.stringify(rows, null, 2)),
  chats: text(
    rows
      .map(({ input, output }) =>
        JSON.stringify({
          messages: [
            { role: 'user', content: input },
            { role: 'assistant', content: output },
          ],
        }),
      )
      .join('\n'),
  ),
  csv: text(table.join('\n')),
  'utf-16 table': Buffer.from(`\uFEFF${table.join('\r\n').replaceAll(',', '\t')}`, 'utf16le'),
  gzip: gzipSync(table.join('\n')),
  parquet: new Uint8Array(
    parquetWriteBuffer({ columnData: (['instruction', 'input', 'output'] as const).map(column) }),
  ),
};

const prompts = `dataset: animals
templates:
  a: !Template
    answer_choices: den of {{input}} ||| nest
    jinja: "{% for k in range(3) %}{{ input[k] }}{% endfor %} Home of {{input | lower}}?|||{{answer_choices[0]}}"
    metadata: !TemplateMetadata {metrics: [Accuracy], original_task: true}
    name: home
  b: !Template {jinja: "{% if input %}{{input}}|||{{ output }}{% endif %}", name: x, answer_choices: null}
`;
const patterns = `PATTERNS = {"animals": [("Home of {input}?", "{output}"), ('{input}\\nHome?', """{output}"""), ("Of {output}", "{input}")]}`;
const lines = kinds['lines']!;
const otherLines = rows.map((row) => JSON.stringify({ ...row, instruction: 'Its home?' }));

/** Files that are read with others: one of them is mutated. */
const together: Readonly<
  Record<string, readonly [main: Uint8Array, other: Uint8Array, mutated: 'main' | 'other']>
> = {
  'prompts with rows': [text(prompts), lines, 'main'],
  'rows of prompts': [text(prompts), lines, 'other'],
  'parquet under prompts': [text(prompts), kinds['parquet']!, 'other'],
  'patterns with rows': [text(patterns), lines, 'main'],
  'table under patterns': [text(patterns), kinds['csv']!, 'other'],
  'rendered files': [lines, text(otherLines.join('\n')), 'other'],
};

/** One to four changes: a byte, a stretch out, a stretch again, an end. */
function mutated(bytes: Uint8Array, stream: RandomStream | null): Uint8Array {
  if (!stream) return bytes;
  let now = [...bytes];
  for (let n = 1 + Math.floor(4 * stream.next()); n > 0; n--) {
    const at = Math.floor(stream.next() * now.length);
    const length = 1 + Math.floor(stream.next() * 12);
    const way = Math.floor(stream.next() * 5);
    if (way === 0) now[at] = Math.floor(256 * stream.next());
    else if (way === 1) now.splice(at, length);
    else if (way === 2) now.splice(at, 0, ...now.slice(at, at + length));
    else if (way === 3) now = now.slice(0, at);
    else
      now.splice(
        at,
        0,
        ...text(stream.pick(['"', '{', '[', ']', '\n', ',', '\\', '\0', '<eos>', '__proto__'])),
      );
  }
  return Uint8Array.from(now);
}

const contentOf = (bytes: Uint8Array): Promise<FileContent> =>
  blobContent(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'own.data');

/** Without a stream, as it is. */
async function readMutated(kind: string, stream: RandomStream | null): Promise<ReadFile> {
  const pair = together[kind];
  if (!pair) {
    const content = await contentOf(mutated(kinds[kind]!, stream));
    const isListed = kind === 'natural instructions' && stream?.chance(0.5);
    return readTaskFile({ ...content, ...(isListed && { officialSplit: 'test' }) }, 'own.data');
  }
  const [main, other, which] = pair;
  const beside = {
    fileName: 'animals.data',
    content: await contentOf(which === 'other' ? mutated(other, stream) : other),
  };
  const content = await contentOf(which === 'main' ? mutated(main, stream) : main);
  return readTaskFile({ ...content, beside: [beside] }, 'own.data');
}

test.each([...Object.keys(kinds), ...Object.keys(together)])(
  '%s: mutated files are read or refused in words, in time',
  async (kind) => {
    let changed = 0;
    const whole = JSON.stringify((await readMutated(kind, null)).tasks);
    for (let i = 0; i < mutations; i++) {
      const from = performance.now();
      try {
        const { tasks } = await readMutated(kind, randomStream('mutated', kind, i));
        for (const { splits } of tasks)
          for (const { input, outputs } of Object.values(splits).flat())
            expect([typeof input, outputs.length > 0]).toEqual(['string', true]);
        if (JSON.stringify(tasks) !== whole) changed++;
      } catch (error) {
        if (!(error instanceof AppError))
          throw new Error(`${kind}, mutation ${i}`, { cause: error });
        changed++;
      }
      expect(performance.now() - from, `${kind}, mutation ${i}`).toBeLessThan(longestMs);
    }
    expect(changed).toBeGreaterThan(0);
  },
  1_200_000,
);
