import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metricNamed } from '../../src/core/metrics/index.ts';
import { chanceLevel } from '../../src/core/tasks/chanceLevel.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import { shippedLists } from '../../workers/lists/lists.ts';

const read = (file: string): string => readFileSync(`public/datasets/${file}`, 'utf8');
const index = parseDatasetIndex(JSON.parse(read('index.json')));

// The listing's baselines are of the same rule, on the same 200 test examples.
test.each(['ner_people', 'sum_story', 'code_py_js', 'qa_who'])(
  'a file that is dropped has the chance level that %s is listed with',
  async (id) => {
    const { file, baselines } = index.tasks.find((task) => task.id === id)!;
    const { tasks } = await readTaskFile(textContent(read(file), file), file, shippedLists);
    const [task] = tasks;
    const level = chanceLevel(task!, metricNamed(task!.metric));
    expect(level).toBeCloseTo(Math.max(baselines.majority, baselines.random), 1);
  },
);

test('a task without held-out examples has none', async () => {
  const content = textContent(read('rate_stars.json'), 'a.json');
  const [task] = (await readTaskFile(content, 'a.json', shippedLists)).tasks;
  const splits = { ...task!.splits, test: [], validation: [] };
  expect(chanceLevel({ ...task!, splits }, metricNamed(task!.metric))).toBeNull();
});
