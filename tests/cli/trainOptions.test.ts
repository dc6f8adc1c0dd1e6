import { describe, expect, test } from 'vitest';
import { parseConfig, readConfig } from '../../cli/train/config.ts';
import { orderOf } from '../../cli/train/orderOf.ts';
import { orderOfDesk } from '../../cli/train/deskJob.ts';
import { parseOptions, usage } from '../../cli/train/options.ts';
import { progressLine, duration } from '../../cli/train/progress.ts';
import { parseDeskSetup } from '../../src/core/desk/deskSetup.ts';
import { modelNames } from '../../src/core/models.ts';
import { settingsTable } from '../../src/core/settings/table.ts';
import { projectRoot } from '../structure/projectFiles.ts';
import { inWords } from '../inWords.ts';

const needed = ['--config', 'a.json', '--out', 'b.json'];

describe('options of npm run train', () => {
  test('several task files may follow one --tasks', () => {
    const options = parseOptions([...needed, '--tasks', 'x.json', 'y.csv']);
    expect(options?.tasks).toEqual(['x.json', 'y.csv']);
  });

  test('without --backend the engine chooses', () => {
    expect(parseOptions(needed)?.backend).toBe('auto');
  });

  test.each([
    [['--out', 'b.json'], /--preset, --desk, --config, --replay, --resume: one of them is missing/],
    [[...needed, '--preset', 'all'], /--config and --preset/],
    [[...needed, '--replay', 'r.json'], /--replay and --config/],
    [['--replay', 'r.json', '--metric', 'a=chrF', '--out', 'b.json'], /--replay and --metric/],
    [[...needed, '--metric', 'chrF'], /--metric: got "chrF", wanted TASK=NAME/],
    [['--replay', 'r.json', '--set', 'seed=2', '--out', 'b.json'], /--replay and --set/],
    [[...needed, '--backend', 'webgl'], /--backend: got "webgl", wanted webgpu, wasm, cpu/],
    [[...needed, '--speed', '2'], /--speed/],
    [[...needed, 'x.json'], /What is "x.json"/],
  ])('%j is refused by name', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

describe('--set', () => {
  const configPath = `${projectRoot}cli/train/configs/nano.json`;
  const settingsWith = (...set: string[]) => {
    const options = parseOptions([...needed, ...set.flatMap((one) => ['--set', one])])!;
    return readConfig(configPath, undefined, options.set).settings;
  };

  test('wins over the configuration, and leaves its other settings', () => {
    const plain = readConfig(configPath, undefined).settings;
    const moved = settingsWith('learningRate=0.004', 'trainEmbeddings=true', 'strategy=equal');
    const wanted = { learningRate: 0.004, trainEmbeddings: true, strategy: 'equal' };
    expect(moved).toEqual({ ...plain, ...wanted });
  });

  test.each([
    ['learnRate=1', /--set: settings: unknown key "learnRate"/],
    ['batchSize=many', /--set: batchSize: got "many", wanted a whole number from 1 to 256/],
    ['batchSize', /--set: got "batchSize", wanted KEY=VALUE/],
  ])('%s is refused by name', (set, message) => {
    expect(() => settingsWith(set)).toThrow(message);
  });

  test('the help names every setting with what it accepts', () => {
    expect(usage).toMatch(/^ {2}trainEmbeddings +Train embeddings: true or false$/m);
    for (const key of Object.keys(settingsTable)) expect(usage).toContain(`\n  ${key} `);
  });
});

describe('--metric', () => {
  const task = { id: 'a', cluster: 'x', origin: 'a.jsonl' };
  const metricsWith = (...named: string[]) =>
    parseOptions([...needed, ...named.flatMap((one) => ['--metric', one])])!.metrics;

  test('scores the task in training and in every judging, before what the configuration says', () => {
    const path = `${projectRoot}cli/train/configs/nano.json`;
    const config = readConfig(path, undefined, {}, metricsWith('a=chrF'));
    const order = orderOf(config, [task]);
    expect(order.channels).toEqual([{ taskId: 'a', level: 50, isOn: true, metric: 'chrF' }]);
    for (const { metrics } of order.judge) expect(metrics).toEqual({ a: 'chrF' });
  });

  test('scores a file beside a desk, and wins over the desk', () => {
    const setup = parseDeskSetup({ tasks: [{ id: 'a', metric: 'bleu' }] });
    const own = { ...task, id: 'own' };
    const { channels, judge } = orderOfDesk(setup, [task, own], metricsWith('own=strictMatch'));
    expect(channels.map(({ metric }) => metric)).toEqual(['bleu', 'strictMatch']);
    expect(judge[0]!.metrics).toEqual({ a: 'bleu', own: 'strictMatch' });
    expect(orderOfDesk(setup, [task], metricsWith('a=chrF')).judge[0]!.metrics).toEqual({
      a: 'chrF',
    });
  });

  test('of no metric is refused with those that there are', () => {
    const path = `${projectRoot}cli/train/configs/nano.json`;
    expect(() => readConfig(path, undefined, {}, metricsWith('a=luck'))).toThrow(
      /--metric\.a: got "luck", wanted one of exactMatch/,
    );
  });
});

describe('configuration files', () => {
  test('missing keys take defaults, those of the model included', () => {
    const config = parseConfig({ model: 'nano' }, undefined);
    expect(config).toMatchObject({ tasks: 'all', testInstances: 100, muted: [] });
    expect(config.settings.learningRate).toBe(parseConfig({}, 'nano').settings.learningRate);
  });

  test.each([
    [{ modle: 'nano' }, /unknown key "modle"/],
    [{ selector: 'luck' }, /selector: got "luck"/],
    [{ model: 'huge' }, /model: got "huge"/],
    [{ settings: { learningrate: 1 } }, /learningrate/],
    [{ levels: { a: 101 } }, /levels.a: got 101/],
    [{ schedule: [{ step: -1 }] }, /schedule\[0\]\.step: got -1/],
    [{ metrics: { a: 'luck' } }, /metrics\.a: got "luck", wanted one of exactMatch, /],
    [{ maxExamples: { a: 0 } }, /maxExamples\.a: got 0/],
    [{ testInstances: 0.5 }, /testInstances: got 0.5/],
    [[], /wanted an object/],
  ])('%j is refused by key', (raw, message) => {
    expect(inWords(() => parseConfig(raw, undefined))).toThrow(message);
  });

  test('schedule and caps are in the order, each with its channel', () => {
    const schedule = [{ step: 3, channels: [{ taskId: 'a', level: 0, isOn: true }] }];
    const config = parseConfig({ schedule, maxExamples: { a: 15 } }, undefined);
    const order = orderOf(config, [
      { id: 'a', cluster: 'x', origin: 'built-in' },
      { id: 'b', cluster: 'x', origin: 'built-in' },
    ]);
    expect(order).toMatchObject({ schedule, channels: [{ taskId: 'a', maxExamples: 15 }, {}] });
    expect(order.channels[1]).toEqual({ taskId: 'b', level: 50, isOn: true });
  });

  test('a missing file is named', () => {
    expect(() => readConfig('no-such.json', undefined)).toThrow(/no-such.json: can't be read/);
  });

  test.each([...modelNames, 'quick'])('the shipped configuration %s is in order', (name) => {
    const path = `${projectRoot}cli/train/configs/${name}.json`;
    const model = name === 'quick' ? 'mini' : name;
    expect(readConfig(path, undefined)).toMatchObject({ model, tasks: 'all' });
  });
});

describe('progress', () => {
  test('the time left follows from the pace so far', () => {
    expect(progressLine('train', 25, 100, 10_000, 'loss 2.3')).toBe(
      'train 25/100 25%, 30 s left, loss 2.3',
    );
    expect(progressLine('train', 0, 100, 10, '')).toBe('train 0/100 0%');
  });

  test('durations are said in the largest unit that fits', () => {
    expect([59_000, 61_000, 3_720_000].map(duration)).toEqual(['59 s', '1 min 1 s', '1 h 2 min']);
  });
});

describe('--columns', () => {
  const mappingOf = (...more: string[]) =>
    parseOptions(['--config', 'a.json', '--out', 'b.json', ...more])!.mapping;

  test('says which column is what, once or several times, with what is asked of every row', () => {
    expect(mappingOf()).toBeUndefined();
    expect(mappingOf('--columns', 'input=The review, output=label')).toEqual({
      columns: { input: 'The review', output: 'label' },
    });
    const asked = ['--columns', 'input=a', '--columns', 'output=b', '--instruction', 'Rate it.'];
    expect(mappingOf(...asked)).toEqual({
      columns: { input: 'a', output: 'b' },
      instruction: 'Rate it.',
    });
  });

  test.each([
    [['--columns', 'question=a,output=b'], /--columns: got "question=a".*roles are instruction/],
    [['--columns', 'input=a'], /wanted output=NAME and one of input=NAME/],
    [['--columns', 'output'], /got "output", wanted ROLE=NAME/],
    [['--instruction', 'Rate it.'], /--instruction: goes with --columns/],
  ])('%j is refused with what is wanted', (args, message) => {
    expect(() => mappingOf(...args)).toThrow(message);
  });
});
