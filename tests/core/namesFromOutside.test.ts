/** Names of files, clusters and slots that every plain object inherits must be names like any other. */
import { describe, expect, test } from 'vitest';
import { selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import { noveltyOf } from '../../src/core/heldOut/novelty.ts';
import { modelSizes } from '../../src/core/models.ts';
import { fillSlots } from '../../src/core/render/fillSlots.ts';
import { createRunRecord } from '../../src/core/runs/record.ts';
import { restoreRows } from '../../src/core/settings/lift.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { settingsTable } from '../../src/core/settings/table.ts';
import { taskIdOf } from '../../src/core/tasks/taskId.ts';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import { busReading, taskReadings } from '../../src/core/analysis/taskReadings.ts';
import { toyRun } from './toyRun.ts';
import { inWords } from '../inWords.ts';

const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe.each(inherited)('the name "%s"', (name) => {
  test('as a slot that an instance does not fill stays as it is', () => {
    expect(fillSlots(`Write {${name}}.`, { word: 'x' })).toBe(`Write {${name}}.`);
  });

  test('as a cluster has no leaks', () => {
    const task = { id: 'a', cluster: name };
    const other = { id: 'b', cluster: 'code' };
    expect(noveltyOf(task, [other])).toBe('unseenClusters');
    expect(selectTasks([name], [task, other])).toEqual({
      trained: ['b'],
      heldOut: ['a'],
      removed: [],
    });
  });

  test('as a setting is unknown, and forgotten when it was stored', () => {
    const raw = Object.fromEntries([[name, 1]]);
    expect(inWords(() => parseSettings(raw, modelSizes.mini))).toThrow(/unknown key/);
    expect(Object.keys(restoreRows(settingsTable, raw))).toEqual([]);
  });

  test('as a task has the readings of its own steps only', () => {
    const columns = columnsOf({ ...createRunRecord(toyRun('r')), taskIds: ['a'] });
    const readings = taskReadings(columns, 0.6);
    const of = { columns, readings, smoothing: 0.6, trained: new Set<string>() };
    expect(busReading(of, [name])).toMatchObject({ loss: null, score: null });
  });
});

test('a file never gives the id that sets the prototype of a table', () => {
  expect(taskIdOf('__proto__.json')).toBe('proto');
  expect(taskIdOf('constructor.json')).toBe('constructor');
});
