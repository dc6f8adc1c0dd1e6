/**
 * What larger sizes cost, and how fast `mini` answers, with our engine:
 *   npm run bench:growth -- [--backend wasm] [--rounds 3] [--seconds 3] [--software]
 * Stores bench/results/growth.json and answers.json, and draws docs/performance/*.svg.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { BenchBackend } from './benchEngine.ts';
import { drawGrowth } from './drawGrowth.ts';
import type { Growth } from './growthPoints.ts';
import { commit, openBench, today } from './openBench.ts';
import { resultsFolder } from './storeResults.ts';

const { values } = parseArgs({
  options: {
    backend: { type: 'string', default: 'wasm' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    software: { type: 'boolean', default: false },
  },
});
const backend = values.backend as BenchBackend;
const plan = { backend, rounds: Number(values.rounds), seconds: Number(values.seconds) };

const bench = await openBench(values.software);
try {
  const { page, driver } = bench;
  const command = `npm run bench:growth -- ${argv.slice(2).join(' ')}`.trim();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const facts = { adapter: `${backend}, ${cores} cores`, driver, date: today(), commit: commit() };
  const store = (name: string, value: object): void =>
    writeFileSync(join(resultsFolder, name), `${JSON.stringify(value, null, 2)}\n`);

  const answers = await page.evaluate((on) => window.bench.answers(on), backend);
  if (!answers.ok) throw new Error(`answers: ${answers.error}`);
  store('answers.json', { ...facts, command, ...answers.value });
  stdout.write(`${JSON.stringify(answers.value)}\n`);

  await page.exposeFunction('benchProgress', (words: string) => stderr.write(`${words}\n`));
  const points = await page.evaluate(
    (wanted) => window.bench.growth(wanted, (words) => window.benchProgress(words, 0)),
    plan,
  );
  const growth: Growth = { ...facts, command, points };
  store('growth.json', growth);
  drawGrowth(growth);
  for (const { axis, size, tokensPerSecond } of points) {
    stdout.write(`${axis} ${size}: ${Math.round(tokensPerSecond)} tokens/s\n`);
  }
} finally {
  await bench.close();
}
