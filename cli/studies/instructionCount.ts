/**
 * How many distinct instructions does it take until unseen ones are followed? One gym family, a fixed
 * number of examples, 16 to 16,384 distinct rules; tested on rules that were never trained on.
 *
 *   npx tsx cli/studies/instructionCount.ts [--model nano] [--tokens 3000000] [--examples 60000]
 *       [--rules 16,64,256,1024,4096,16384] [--starts random,base] [--seeds 1]
 *
 * Each point is kept in .cache/studies/instruction-count and not run again; the table and the figures
 * go to docs/instruction-count.md and docs/results/instruction-count.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgementOf } from '../../src/core/runs/record.ts';
import { studyOrder } from '../../src/core/studies/studyOrder.ts';
import { modelSizes, type ModelName } from '../../src/core/models.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { trainOnce } from './trainOnce.ts';
import { noOpTask, ruleTask } from './instructionCountTask.ts';
import { writeReport, type Point } from './instructionCountReport.ts';

const folder = '.cache/studies/instruction-count';
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'nano' },
    tokens: { type: 'string', default: '3000000' },
    examples: { type: 'string', default: '60000' },
    rules: { type: 'string', default: '16,64,256,1024,4096,16384' },
    starts: { type: 'string', default: 'random,base' },
    seeds: { type: 'string', default: '1' },
  },
});
const numbers = (text: string): number[] => text.split(',').map(Number);

const judging = (name: string, taskId: string, split: 'validation' | 'test') => ({
  name,
  split,
  taskIds: [taskId],
  maxInstances: 300,
});

/** Trains and judges one point of the curve. */
async function runPoint(
  siteUrl: string,
  point: Omit<Point, 'unseen' | 'seen' | 'noOp'>,
): Promise<Point> {
  const { model, start, rules, examples, tokens, seed } = point;
  const settings = parseSettings(
    { trainTokens: tokens, seed, evalEvery: 100_000, metricInstances: 0, evalInstances: 8 },
    modelSizes[model],
  );
  const order = studyOrder({
    group: 'instructionCount',
    settings,
    trained: ['gym_rules'],
    levels: {},
    judge: [
      judging('unseen', 'gym_rules', 'test'),
      judging('seen', 'gym_rules', 'validation'),
      judging('noOp', 'gym_no_op', 'test'),
    ],
  });
  const muted = { taskId: 'gym_no_op', level: 50, isOn: false };
  const record = await trainOnce(siteUrl, {
    name: `${rules} rules`,
    model,
    order: { ...order, channels: [...order.channels, muted], startFrom: { kind: start } },
    ownFiles: [
      { fileName: 'gym_rules.json', text: ruleTask(rules, examples) },
      { fileName: 'gym_no_op.json', text: noOpTask() },
    ],
  });
  const score = (name: string): number =>
    judgementOf(record, 'tuned', name)!.evaluation.results[0]!.score!;
  return { ...point, unseen: score('unseen'), seen: score('seen'), noOp: score('noOp') };
}

async function runAll(siteUrl: string): Promise<void> {
  for (const start of values.starts.split(',') as Point['start'][])
    for (const seed of numbers(values.seeds))
      for (const rules of numbers(values.rules)) {
        const [tokens, examples] = [Number(values.tokens), Number(values.examples)];
        const point = { model: values.model as ModelName, start, rules, examples, tokens, seed };
        const path = join(folder, `${Object.values(point).join('-')}.json`);
        if (existsSync(path)) continue;
        const done = await runPoint(siteUrl, point);
        writeFileSync(path, JSON.stringify(done));
        console.log(JSON.stringify(done));
      }
}

mkdirSync(folder, { recursive: true });
await ensureBuilt();
const site = await serveSite();
try {
  await runAll(site.url);
} finally {
  await site.close();
}
writeReport(folder, (path) => JSON.parse(readFileSync(path, 'utf8')) as Point);
