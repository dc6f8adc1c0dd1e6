import { expect, test } from 'vitest';
import { createTrainer } from '../../workers/trainer.ts';

const rows = ['one', 'two', 'three', 'four', 'five'].map((input) => `Say it,${input},${input}`);
const file = new Blob([['instruction,input,output', ...rows].join('\n')]);

test('a dropped file takes the id of no listed task, loaded or not, and keeps its own id when it comes again', async () => {
  const trainer = createTrainer();
  const dropped = { kind: 'file', fileName: 'ner_people.csv', file } as const;
  const ids = async (reservedIds: readonly string[]): Promise<string[]> => {
    const loaded = await trainer.loadFile({ ...dropped, reservedIds });
    return loaded.ok ? loaded.value.map(({ id }) => id) : [];
  };
  expect(await ids(['ner_people', 'ner_people-2'])).toEqual(['ner_people-3']);
  expect(await ids(['ner_people', 'ner_people-2'])).toEqual(['ner_people-3']);
  expect(await ids([])).toEqual(['ner_people']);
});

test('two files of one name are two tasks, told apart by their folders; the same file again is the same task', async () => {
  const trainer = createTrainer();
  const load = async (fileName: string, more: string) => {
    const blob = new Blob([file, `\nSay it,${more},${more}\n`]);
    const loaded = await trainer.loadFile({ kind: 'file', fileName, file: blob });
    return loaded.ok ? loaded.value.map(({ id, name }) => `${id}: ${name}`) : [];
  };
  expect(await load('spanish/train.csv', 'uno')).toEqual(['train: train']);
  expect(await load('french/train.csv', 'un')).toEqual(['french-train: train (french)']);
  expect(await load('spanish/train.csv', 'uno')).toEqual(['train: train']);
  expect(await load('french/train.csv', 'deux')).toEqual(['french-train-2: train (french 2)']);
  expect(await load('train.csv', 'one')).toEqual(['train-2: train (2)']);
});

test('a file that takes the place of an own task takes its id too, once it has been read', async () => {
  const trainer = createTrainer();
  const load = async (text: string, replaces?: string) => {
    const blob = new Blob([file, text]);
    const source = { kind: 'file', fileName: 'mine.csv', file: blob } as const;
    const loaded = await trainer.loadFile({ ...source, ...(replaces && { replaces }) });
    return loaded.ok ? loaded.value.map(({ id, counts }) => [id, counts.train]) : loaded.error.key;
  };
  expect(await load('')).toEqual([['mine', 3]]);
  expect(await load('\none cell', 'mine')).toBe('otherCellCount');
  expect(await load('\nSay it,six,six'), 'the first is still there').toEqual([['mine-2', 4]]);
  expect(await load('\nSay it,six,six\nSay it,seven,seven', 'mine')).toEqual([['mine', 5]]);
});
