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
import type { StartFrom } from '../../src/core/protocol/index.ts';
import { modelSizes, type ModelName } from '../../src/core/models.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { openMixdesk, unwrap, type MixdeskPage } from '../train/mixdeskPage.ts';
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

/** Trains and judges one point of the curve. */
async function runPoint({ page }: MixdeskPage, point: Omit<Point, 'unseen' | 'seen' | 'noOp'>) {
  const { model, start, rules, examples, tokens, seed } = point;
  unwrap(
    await page.evaluate(
      (name) => window.mixdesk.api.loadModel(window.mixdesk.baseUrl, name, () => undefined),
      model,
    ),
  );
  const load = async (fileName: string, text: string) =>
    unwrap(
      await page.evaluate(([name, json]) => window.mixdesk.loadFile(name, json), [
        fileName,
        text,
      ] as const),
    );
  await load('gym_rules.json', ruleTask(rules, examples));
  await load('gym_no_op.json', noOpTask());
  const settings = parseSettings(
    { trainTokens: tokens, seed, evalEvery: 100_000, metricInstances: 0, evalInstances: 8 },
    modelSizes[model],
  );
  const channels = [
    { taskId: 'gym_rules', level: 50, isOn: true },
    { taskId: 'gym_no_op', level: 50, isOn: false },
  ];
  const request = { runId: 'study', settings, channels, startFrom: start };
  unwrap(
    await page.evaluate((what) => window.mixdesk.train(what, () => Promise.resolve()), request),
  );
  const score = async (taskId: string, split: 'validation' | 'test'): Promise<number> => {
    const evaluation = unwrap(
      await page.evaluate(
        ([id, part]) =>
          window.mixdesk.evaluate(
            { weights: 'tuned', split: part, taskIds: [id], maxInstances: 300, withMetric: true },
            () => Promise.resolve(),
          ),
        [taskId, split] as const,
      ),
    );
    return evaluation.results[0]!.score!;
  };
  return {
    ...point,
    unseen: await score('gym_rules', 'test'),
    seen: await score('gym_rules', 'validation'),
    noOp: await score('gym_no_op', 'test'),
  };
}

async function runAll(siteUrl: string): Promise<void> {
  for (const start of values.starts.split(',') as StartFrom[])
    for (const seed of numbers(values.seeds))
      for (const rules of numbers(values.rules)) {
        const [tokens, examples] = [Number(values.tokens), Number(values.examples)];
        const point = { model: values.model as ModelName, start, rules, examples, tokens, seed };
        const path = join(folder, `${Object.values(point).join('-')}.json`);
        if (existsSync(path)) continue;
        const desk = await openMixdesk(siteUrl, 'wasm');
        const done = await runPoint(desk, point);
        await desk.close();
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
