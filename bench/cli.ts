/**
 * Training speed of this engine and its peers in one Chromium page:
 *   npm run bench -- [--shapes A,B,peer,mini,C] [--backends wasm,webgpu] [--engines mixdesk,tfjs,nanogpt,jax-js,webgpu-llm,pytorch-1,pytorch-2]
 *                    [--precision fp32|fp16] [--rounds 5] [--seconds 4] [--parity-steps 50] [--parity-shape own]
 *                    [--job-limit 240] [--software]
 * Prints a table and stores bench/results/<adapter>-<date>.json and latest.json, after every round.
 */
import { argv, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { BenchBackend, EngineName, Precision } from './benchEngine.ts';
import { defaultPlan } from './benchPlan.ts';
import type { BenchPlan } from './benchPlan.ts';
import { mergedRows } from './benchRow.ts';
import type { BenchRow } from './benchRow.ts';
import { runNativeJob } from './native/runNativeJob.ts';
import { commit, openBench, today } from './openBench.ts';
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

const command = `npm run bench -- ${argv.slice(2).join(' ')}`.trim();
const bench = await openBench(values.software);
let rows: readonly BenchRow[] = [];

function keep(newer: readonly BenchRow[]): void {
  rows = mergedRows(rows, newer);
  storeResults({ driver: bench.driver, date: today(), commit: commit(), command, rows });
}

try {
  const { page } = bench;
  await page.exposeFunction('benchProgress', (words: string) => stderr.write(`${words}\n`));
  await page.exposeFunction('benchRows', keep);
  await page.exposeFunction('benchNative', runNativeJob);
  await page.evaluate(
    (wanted) =>
      window.bench.run(wanted, { onProgress: window.benchProgress, onRows: window.benchRows }),
    plan,
  );
} finally {
  await bench.close();
  stdout.write(resultsTable(rows));
}
