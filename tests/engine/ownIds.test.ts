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
