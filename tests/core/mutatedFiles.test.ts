/**
 * Mutated files of each kind through the door that own files take: what is refused is refused by an error of ours, and nothing hangs. `MUTATIONS`
 * sets how many of each kind (20000 takes about ten minutes); the seed is in the name of the failing test.
 */
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { randomStream, type RandomStream } from '../../src/core/random.ts';
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

/** One to four changes: a byte, a stretch out, a stretch again, an end. */
function mutated(bytes: Uint8Array, stream: RandomStream): Uint8Array {
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

test.each(Object.keys(kinds))(
  '%s: mutated files are read or refused in words, in time',
  async (kind) => {
    let read = 0;
    for (let i = 0; i < mutations; i++) {
      const bytes = mutated(kinds[kind]!, randomStream('mutated', kind, i));
      const from = performance.now();
      try {
        const content = await blobContent(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'own.data');
        const { tasks } = await readTaskFile(content, 'own.data');
        for (const { splits } of tasks)
          for (const { input, outputs } of Object.values(splits).flat())
            expect([typeof input, outputs.length > 0]).toEqual(['string', true]);
        read++;
      } catch (error) {
        if (!(error instanceof AppError))
          throw new Error(`${kind}, mutation ${i}`, { cause: error });
      }
      expect(performance.now() - from, `${kind}, mutation ${i}`).toBeLessThan(longestMs);
    }
    expect(read).toBeLessThan(mutations);
  },
  1_200_000,
);
