import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { metrics } from '../../src/core/metrics/index.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import { jsonRows } from '../../src/core/tasks/readers/jsonRows.ts';
import type { FileContent, TaskReader } from '../../src/core/tasks/readers/reader.ts';
import { blobContent } from '../../workers/data/blobContent.ts';
import { rethrowInWords } from '../inWords.ts';

const rows = ['a', 'b', 'c'].map((input) =>
  JSON.stringify({ instruction: 'Do.', input, output: 'x' }),
);
const file = rows.join('\n');
const reader = (name: string, sureness: number, metric = 'rougeL'): TaskReader => ({
  name,
  endings: ['.x'],
  recognises: () => sureness,
  async read(content, fileName) {
    const { tasks, report } = await jsonRows.read(content, fileName);
    return { tasks: tasks.map((task) => ({ ...task, name, metric })), report };
  },
});

test.each([
  [[0.2, 0.9, 0.5], '1'],
  [[0.5, 0.5], '0'],
])('of readers as sure as %j number %s reads', async (sure, expected) => {
  const readers = sure.map((one, i) => reader(String(i), one));
  const { tasks } = await readTaskFile(textContent(file, 'f.x'), 'f.x', { readers, metrics });
  expect(tasks[0]!.name).toBe(expected);
});

test('a task that asks for an unknown metric is refused with the known ones', async () => {
  const readers = [reader('odd', 1, 'constructor')];
  const reading = readTaskFile(textContent(file, 'f.x'), 'f.x', { readers, metrics });
  await expect(reading.catch(rethrowInWords)).rejects.toThrow(
    /Mixdesk\.metric: got "constructor", wanted one of exact/,
  );
});

async function piecesOf(content: FileContent): Promise<string> {
  let text = '';
  for await (const piece of content.pieces()) text += piece;
  return text;
}

test('a file gives the same text whole and in pieces, packed or not, across letters of several bytes', async () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `Zeile ${i} für 漢字`).join('\n');
  for (const bytes of [`\uFEFF${text}`, gzipSync(text)]) {
    const content = await blobContent(new Blob([bytes]), 'a.txt');
    expect(await piecesOf(content)).toBe(text);
    expect(await content.text()).toBe(text);
  }
});

test('a gzip file that breaks off is refused', async () => {
  const broken = gzipSync(file.repeat(1000)).subarray(0, 100);
  const content = await blobContent(new Blob([broken]), 'a.jsonl.gz');
  await expect(content.text().catch(rethrowInWords)).rejects.toThrow(/a\.jsonl\.gz: gzip/);
});
