/**
 * Training speed of this engine and its peers in one Chromium page:
 *   npm run bench -- [--shapes A,B,peer,mini,C] [--backends wasm,webgpu] [--engines mixdesk,tfjs,nanogpt,jax-js]
 *                    [--precision fp32|fp16] [--rounds 5] [--seconds 4] [--parity-steps 50] [--parity-shape own]
 *                    [--job-limit 240] [--software]
 * Prints a table and stores bench/results/<adapter>-<date>.json and latest.json, after every round.
 */
import { execFileSync } from 'node:child_process';
import { argv, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../scripts/build/ensureBuilt.ts';
import { serveSite } from '../scripts/build/serveSite.ts';
import { launchChromium } from '../scripts/train/mixdeskPage.ts';
import './benchWindow.ts';
import type { BenchBackend, EngineName, Precision } from './benchEngine.ts';
import { defaultPlan } from './benchPlan.ts';
import type { BenchPlan } from './benchPlan.ts';
import { mergedRows } from './benchRow.ts';
import type { BenchRow } from './benchRow.ts';
import { resultsTable } from './resultsTable.ts';
import type { ShapeName } from './shapes.ts';
import { storeResults } from './storeResults.ts';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string' },
    backends: { type: 'string' },
    engines: { type: 'string' },
    precision: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'parity-steps': { type: 'string' },
    'parity-shape': { type: 'string' },
    'job-limit': { type: 'string' },
    software: { type: 'boolean', default: false },
  },
});
const list = <T extends string>(text: string | undefined, otherwise: readonly T[]): readonly T[] =>
  text === undefined ? otherwise : (text.split(',') as T[]);
const number = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text);

const plan: BenchPlan = {
  shapes: list<ShapeName>(values.shapes, defaultPlan.shapes),
  backends: list<BenchBackend>(values.backends, defaultPlan.backends),
  engines: list<EngineName>(values.engines, defaultPlan.engines),
  precision: (values.precision as Precision | undefined) ?? defaultPlan.precision,
  rounds: number(values.rounds, defaultPlan.rounds),
  seconds: number(values.seconds, defaultPlan.seconds),
  paritySteps: number(values['parity-steps'], defaultPlan.paritySteps),
  parityShape: (values['parity-shape'] as ShapeName | undefined) ?? defaultPlan.parityShape,
  jobLimit: number(values['job-limit'], defaultPlan.jobLimit),
};

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
const command = `npm run bench -- ${argv.slice(2).join(' ')}`.trim();
let rows: readonly BenchRow[] = [];

function keep(newer: readonly BenchRow[], driver: string): void {
  rows = mergedRows(rows, newer);
  const date = new Date().toISOString().slice(0, 10);
  storeResults({ driver, date, commit: git('rev-parse', '--short', 'HEAD'), command, rows });
}

await ensureBuilt();
const site = await serveSite();
const browser = await launchChromium(values.software);
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => stderr.write(`page: ${error.message}\n`));
  page.on('console', (message) => {
    if (message.type() === 'error') stderr.write(`page: ${message.text()}\n`);
  });
  const driver = `Chromium ${browser.version()}${values.software ? ', SwiftShader' : ''}`;
  await page.exposeFunction('benchProgress', (words: string) => stderr.write(`${words}\n`));
  await page.exposeFunction('benchRows', (newer: BenchRow[]) => keep(newer, driver));
  await page.goto(new URL('engine.html', site.url).href);
  await page.waitForFunction(() => 'bench' in window);
  await page.evaluate(
    (wanted) =>
      window.bench.run(wanted, { onProgress: window.benchProgress, onRows: window.benchRows }),
    plan,
  );
} finally {
  await browser.close();
  await site.close();
  stdout.write(resultsTable(rows));
}
