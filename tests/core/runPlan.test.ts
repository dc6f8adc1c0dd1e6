import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appVersion } from '../../src/core/appVersion.ts';
import { createPlan } from '../../src/core/runs/plan.ts';
import type { ReadReport } from '../../src/core/tasks/readReport.ts';
import { checkPlan } from '../../workers/run/checkPlan.ts';
import { toyJudging, toyModel, toyOrder, toyPlan, toyTasks } from './toyRun.ts';
import { inWords } from '../inWords.ts';

test('a plan names the hash of every task that it trains on or judges, and what made it', () => {
  const judge = [toyJudging('base', 'test', { taskIds: ['b'] })];
  const channels = [{ taskId: 'a', level: 50, isOn: true }];
  expect(toyPlan({ channels, judge })).toMatchObject({
    app: appVersion,
    model: toyModel,
    taskHashes: { a: 'aa', b: 'bb' },
  });
});

test('the version that a plan names is the package’s', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(appVersion).toBe(version);
});

test('a task that is not loaded is named', () => {
  expect(inWords(() => createPlan(toyOrder, toyModel, toyTasks.slice(0, 1)))).toThrow(
    /"b" is not loaded/,
  );
});

test('the worker runs a plan with the model and the tasks that it was made for', () => {
  const tasks = new Map(toyTasks.map((task) => [task.id, task]));
  expect(() => checkPlan(toyPlan(), toyModel, tasks)).not.toThrow();
  expect(inWords(() => checkPlan(toyPlan(), { ...toyModel, sha256: '00' }, tasks))).toThrow(
    /"nano" ff, loaded/,
  );
  tasks.set('b', { id: 'b', sha256: 'changed' });
  expect(inWords(() => checkPlan(toyPlan(), toyModel, tasks))).toThrow(
    /"b" is another version \(changed\)/,
  );
});

test('what reading own files did with their rows is kept in the plan, and so in the record', () => {
  const report: ReadReport = {
    ...{ format: 'table', encoding: 'utf-8', rows: 5, leftOut: [], notKept: 0, unknownKeys: [] },
    ...{ duplicates: 1, joinedAnswers: 0, endMarker: null, splitRule: 'drawn' },
    splitRows: { train: 3, validation: 1, test: 1 },
    mapping: { columns: { input: 'review', output: 'stars' } },
  };
  const [first, ...others] = toyTasks;
  const tasks = [{ ...first!, report }, ...others.map((task) => ({ ...task, report: null }))];
  expect(createPlan(toyOrder, toyModel, tasks).reports).toEqual({ [first!.id]: report });
  expect(toyPlan()).not.toHaveProperty('reports');
});
