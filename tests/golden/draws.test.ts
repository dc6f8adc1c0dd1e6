import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMixture, drawNext } from '../../src/core/sampling/draws.ts';
import { parseNaturalInstructions } from '../../src/core/tasks/parseNaturalInstructions.ts';
import { projectRoot } from '../structure/projectFiles.ts';
import { goldenTasks } from './goldenCases.ts';

/** Recorded at 50a738a: seed 7, rates 0.1 to 0.4; task, wording, instance and order of each draw. */
const recorded = '330651322697978c';

test('the first 200 draws of four tasks are the recorded ones', () => {
  const tasks = goldenTasks.map((id) => {
    const path = join(projectRoot, 'public', 'datasets', `${id}.json`);
    return parseNaturalInstructions(JSON.parse(readFileSync(path, 'utf8')), `${id}.json`);
  });
  let state = createMixture(7, tasks);
  const draws = Array.from({ length: 200 }, () => {
    const [draw, after] = drawNext(state, tasks, [0.1, 0.2, 0.3, 0.4]);
    state = after;
    return [draw.taskIndex, draw.wordingIndex, draw.instanceIndex, draw.order];
  });
  const hash = createHash('sha256').update(JSON.stringify(draws)).digest('hex').slice(0, 16);
  expect(draws.slice(0, 3)).toEqual([
    [0, 3, 870, 0],
    [2, 7, 79, 0],
    [3, 0, 273, 0],
  ]);
  expect(hash).toBe(recorded);
});
