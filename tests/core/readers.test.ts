import { expect, test } from 'vitest';
import { metrics } from '../../src/core/metrics/index.ts';
import { taskFromRows } from '../../src/core/tasks/instructionRows.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { stringSource } from '../../src/core/tasks/readers/stringSource.ts';
import type { TaskReader, TextSource } from '../../src/core/tasks/readers/reader.ts';
import { blobSource } from '../../workers/data/blobSource.ts';
import { rethrowInWords } from '../inWords.ts';

const rows = ['a', 'b', 'c'].map((input) => ({
  where: '',
  instruction: 'Do.',
  input,
  outputs: ['x'],
}));
const reader = (name: string, sureness: number): TaskReader => ({
  name,
  endings: ['.x'],
  recognises: () => sureness,
  read: () => Promise.resolve([{ ...taskFromRows(rows, 'f.x'), name }]),
});

test.each([
  [[0.2, 0.9, 0.5], '1'],
  [[0.5, 0.5], '0'],
])('of readers as sure as %j number %s reads', async (sure, expected) => {
  const readers = sure.map((one, i) => reader(String(i), one));
  const [task] = await readTaskFile(stringSource('text'), 'f.x', { readers, metrics });
  expect(task!.name).toBe(expected);
});

test('a task that asks for an unknown metric is refused with the known ones', async () => {
  const odd: TaskReader = {
    ...reader('odd', 1),
    read: () => Promise.resolve([{ ...taskFromRows(rows, 'f.x'), metric: 'constructor' }]),
  };
  const reading = readTaskFile(stringSource('text'), 'f.x', { readers: [odd], metrics });
  await expect(reading.catch(rethrowInWords)).rejects.toThrow(
    /Mixdesk\.metric: got "constructor", wanted one of exact/,
  );
});

async function linesOf(source: TextSource): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { line, text } of source.lines()) lines.push([line, text]);
  return lines;
}

test('a file gives the same lines as its text, across pieces and letters of several bytes', async () => {
  const text = `\uFEFF${Array.from({ length: 30_000 }, (_, i) => `Zeile ${i} für 漢字`).join('\n')}\n`;
  const blob = new Blob([text]);
  expect(await linesOf(blobSource(blob))).toEqual(await linesOf(stringSource(text)));
  expect(await blobSource(blob).text()).toBe(await stringSource(text).text());
});
