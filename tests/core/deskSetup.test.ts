import { expect, test } from 'vitest';
import {
  checkDeskTasks,
  deskFileOf,
  type DeskSetup,
  parseDeskSetup,
} from '../../src/core/desk/deskSetup.ts';
import { inWords } from '../inWords.ts';

const setup: DeskSetup = {
  model: 'nano',
  tasks: [
    { id: 'ner_people', level: 80, isMuted: false },
    { id: 'rate_stars', level: 50, isMuted: true },
    { id: 'sum_story', level: 50, isMuted: false, maxExamples: 15, metric: 'chrF' },
  ],
  buses: { sentiment: 10 },
  settings: { trainTokens: 250_000, strategy: 'equal' },
  schedule: [{ step: 40, channels: [{ taskId: 'ner_people', level: 10, isOn: true }] }],
};

test('a desk is written and read back as the same value', () => {
  expect(parseDeskSetup(JSON.parse(JSON.stringify(deskFileOf(setup))))).toEqual(setup);
});

test('what stands at its default is not written', () => {
  expect(deskFileOf({ ...setup, buses: {}, settings: {}, schedule: [] })).toEqual({
    version: 1,
    model: 'nano',
    tasks: [
      { id: 'ner_people', level: 80 },
      { id: 'rate_stars', isMuted: true },
      { id: 'sum_story', maxExamples: 15, metric: 'chrF' },
    ],
  });
});

test('what is left out takes its default', () => {
  expect(parseDeskSetup({ tasks: [{ id: 'a' }] })).toEqual({
    model: 'mini',
    tasks: [{ id: 'a', level: 50, isMuted: false }],
    buses: {},
    settings: {},
  });
});

test('settings of an older version are read in the words of today', () => {
  const { settings } = parseDeskSetup({ tasks: [], settings: { trainEmbeddings: 1 } });
  expect(settings).toEqual({ trainEmbeddings: true });
});

test.each([
  [null, /desk: the whole: got null, wanted an object/],
  [{}, /desk: tasks: got nothing, wanted a value/],
  [{ tasks: 'all' }, /desk: tasks: got "all", wanted a list of tasks/],
  [{ tasks: [{ id: 'a', level: 101 }] }, /desk: tasks\.0\.level: got 101, wanted .* 0 to 100/],
  [{ tasks: [{ id: '' }] }, /desk: tasks\.0\.id: got "", wanted the id of a task/],
  [{ tasks: [{ id: 'a', isMuted: 1 }] }, /tasks\.0\.isMuted: got 1, wanted true or false/],
  [{ tasks: [{ id: 'a', maxExamples: 0 }] }, /tasks\.0\.maxExamples: got 0, wanted a whole/],
  [{ tasks: [{ id: 'a', metric: 'luck' }] }, /tasks\.0\.metric: got "luck", wanted one of exact/],
  [{ tasks: [], faders: {} }, /desk: faders: .*wanted no such key/],
  [{ tasks: [], model: 'huge' }, /desk: model: got "huge", wanted one of nano, mini, small/],
  [{ tasks: [], buses: { sentiment: -1 } }, /desk: buses\.sentiment: got -1/],
  [{ tasks: [{ id: 'a' }, { id: 'a' }] }, /"a" is there twice/],
  [{ tasks: [], settings: { retired: 1 } }, /unknown key "retired"/],
  [{ tasks: [], settings: { batchSize: 0 } }, /batchSize: got 0/],
  [{ tasks: [], schedule: [{ step: -1 }] }, /schedule\[0\]\.step/],
  [{ tasks: 'all', version: 2 }, /version 2; this page reads up to 1/],
])('a fault is named with its place: %j', (raw, words) => {
  expect(inWords(() => parseDeskSetup(raw))).toThrow(words);
});

test('a task that nobody knows is named, with those that are known', () => {
  expect(inWords(() => checkDeskTasks(setup, ['ner_people', 'sum_story']))).toThrow(
    /no task "rate_stars".*ner_people, sum_story/s,
  );
  expect(() => checkDeskTasks(setup, ['rate_stars', 'ner_people', 'sum_story'])).not.toThrow();
});
