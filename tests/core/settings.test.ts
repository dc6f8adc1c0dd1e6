import { describe, expect, test } from 'vitest';
import { levers } from '../../src/core/levers/index.ts';
import { stages } from '../../src/core/levers/lever.ts';
import { peakLearningRate } from '../../src/core/levers/peakLearningRate.ts';
import { modelNames, modelSizes } from '../../src/core/models.ts';
import { flag, integer } from '../../src/core/settingRows.ts';
import { settingsFromLink } from '../../src/core/settings/link.ts';
import { restoreRows, storedSettings } from '../../src/core/settings/lift.ts';
import { parseSettings, parseSettingText } from '../../src/core/settings/parse.ts';
import { defaultSettings, settingsTable } from '../../src/core/settings/table.ts';
import { inWords } from '../inWords.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';

const mini = modelSizes.mini;
const restore = (raw: unknown) => restoreRows(settingsTable, raw);

describe('the levers', () => {
  test('name each setting once, and move only settings of their own', () => {
    const keys = levers.flatMap(({ rows }) => Object.keys(rows));
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(settingsTable)).toEqual(keys);
    for (const { rows, live } of levers)
      expect(Object.keys(rows)).toEqual(expect.arrayContaining([...live]));
  });
  test('stand in the order of the stages', () => {
    const order = levers.map(({ stage }) => stages.indexOf(stage));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('defaults', () => {
  test('lie in their own range for each shipped model', () => {
    for (const model of modelNames) {
      const defaults = defaultSettings(modelSizes[model]);
      expect(parseSettings(defaults, modelSizes[model])).toEqual(defaults);
    }
  });
  test('go by size: the rates found for the shipped models, and between them for others', () => {
    const rates = modelNames.map((name) => peakLearningRate(modelSizes[name]));
    expect(rates).toEqual([6e-3, 2.5e-3, 1.5e-3]);
    // By hand: 1.5e-3 · (124.4 M / 4.878 M)^(ln 0.6 / ln 4.575) = 5.05e-4.
    expect(peakLearningRate({ nParams: 124_400_000 })).toBeCloseTo(5.05e-4, 6);
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => peakLearningRate({ nParams: 10 ** k }));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    const beside = modelNames.map((name) =>
      peakLearningRate({ nParams: modelSizes[name].nParams + 1 }),
    );
    expect(beside).toEqual(rates);
  });
});

describe('settings from outside', () => {
  test.each([
    [{ learningrate: 1 }, /unknown key "learningrate"/],
    [{ batchSize: 2.5 }, /batchSize: got 2.5, wanted a whole number from 1 to 256/],
    [{ seqLen: 1e9 }, /seqLen: got 1000000000/],
    [{ strategy: 'best' }, /strategy: got "best", wanted one of faders/],
    [{ seed: '1' }, /seed: got "1"/],
    [{ trainEmbeddings: 'yes' }, /trainEmbeddings: got "yes", wanted true or false/],
    [[], /wanted an object/],
  ])('refuse %j by name', (raw, message) => {
    expect(inWords(() => parseSettings(raw, mini))).toThrow(message);
  });
  test.each([
    [0, false],
    [1, true],
    [true, true],
  ])('lift yes/no written as %j', (asked, is) => {
    expect(parseSettings({ trainEmbeddings: asked }, mini).trainEmbeddings).toBe(is);
  });
  test('may be written as text', () => {
    const read = (key: string, text: string) => parseSettingText(settingsTable, key, text);
    expect(read('learningRate', ' 4e-3 ')).toBe(0.004);
    expect(read('trainEmbeddings', 'true')).toBe(true);
    expect(read('strategy', 'equal')).toBe('equal');
    expect(inWords(() => read('batchSize', ''))).toThrow(
      /batchSize: got "", wanted a whole number/,
    );
    expect(inWords(() => read('trainEmbeddings', '1'))).toThrow(/wanted true or false/);
    expect(inWords(() => read('toString', '1'))).toThrow(/unknown key "toString"/);
  });
});

describe('the settings of a link', () => {
  const link = (query: string) => settingsFromLink(settingsTable, new URLSearchParams(query));
  test('are those that begin with "set."', () => {
    const { values, errors } = link('?model=nano&set.learningRate=4e-3&set.trainEmbeddings=true');
    expect(values).toEqual({ learningRate: 0.004, trainEmbeddings: true });
    expect(errors).toEqual([]);
  });
  test('are refused one by one, in words', () => {
    const { values, errors } = link('?set.seed=7&set.batchSize=0&set.__proto__=1');
    expect(values).toEqual({ seed: 7 });
    expect(errors.map(({ info }) => errorInEnglish(info).message)).toEqual([
      'batchSize: got "0", wanted a whole number from 1 to 256',
      'settings: unknown key "__proto__"',
    ]);
  });
});

describe('stored settings', () => {
  test('survive a reload', () => {
    const values = { learningRate: 0.004, trainEmbeddings: true, strategy: 'capped' };
    expect(restore(JSON.parse(JSON.stringify(storedSettings(values))))).toEqual(values);
  });
  test('of the first version, bare and with yes as 1, are lifted', () => {
    expect(restore({ trainEmbeddings: 1, seed: 7 })).toEqual({ trainEmbeddings: true, seed: 7 });
  });
  test('lose a retired key, a value out of range or of another kind, and none of the others', () => {
    const raw = {
      seed: 7,
      retired: 3,
      batchSize: 1e9,
      strategy: 'best',
      cap: '9',
      __proto__: { a: 1 },
    };
    expect(restore({ version: 1, values: raw })).toEqual({ seed: 7 });
  });
  test.each([[null], [[]], ['x'], [{ version: 1, values: 3 }]])(
    'that are no settings, %j, give none',
    (raw) => {
      expect(restore(raw)).toEqual({});
    },
  );
  test('of any table can be restored', () => {
    const table = { depth: integer([1, 2, 3]), isDeep: flag(false) };
    expect(restoreRows(table, { version: 1, values: { depth: 4, isDeep: true } })).toEqual({
      isDeep: true,
    });
  });
});

describe('a number that may be left to what reads it', () => {
  test('is "auto" by default, as text and in storage', () => {
    expect(defaultSettings(modelSizes.mini).evalEvery).toBe('auto');
    expect(parseSettingText(settingsTable, 'evalEvery', 'auto')).toBe('auto');
    expect(parseSettingText(settingsTable, 'evalEvery', '75')).toBe(75);
    expect(restoreRows(settingsTable, storedSettings({ metricInstances: 'auto' }))).toEqual({
      metricInstances: 'auto',
    });
  });

  test('stays the number that was stored or written in a configuration before', () => {
    const before = { evalEvery: 200, evalInstances: 8, metricInstances: 0 };
    expect(restoreRows(settingsTable, { version: 1, values: before })).toEqual(before);
    expect(parseSettings(before, modelSizes.mini)).toMatchObject(before);
  });

  test('says that it may be', () => {
    const asked = () => parseSettingText(settingsTable, 'evalEvery', 'never');
    expect(inWords(asked)).toThrow(/a whole number from 1 to 100000, or auto/);
    expect(inWords(() => parseSettingText(settingsTable, 'batchSize', 'auto'))).toThrow(
      /batchSize/,
    );
  });
});
