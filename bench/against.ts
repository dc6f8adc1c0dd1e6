/**
 * The speed of this checkout over that of another, both with a built site:
 *   npm run bench:against -- <folder> [--shape mini] [--backend wasm] [--rounds 6] [--seconds 4]
 * One browser, rounds in alternating order, the ratio taken within each round and its median printed:
 * 1.02 is two percent faster than the other. Build both first (`npm run build`).
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { median } from '../src/core/statistics/median.ts';
import { launchChromium } from '../tools/build/launchChromium.ts';
import { projectRoot } from '../tools/build/ensureBuilt.ts';
import { serveSite } from '../tools/build/serveSite.ts';
import type { BenchBackend } from './benchEngine.ts';
import { defaultPlan } from './benchPlan.ts';
import type { BenchPlan } from './benchPlan.ts';
import type { BenchRow } from './benchRow.ts';
import './benchWindow.ts';
import type { ShapeName } from './shapes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shape: { type: 'string', default: 'mini' },
    backend: { type: 'string', default: 'wasm' },
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '4' },
  },
});
const [other] = positionals;
if (!other) throw new Error('npm run bench:against -- <folder of another checkout>');
const folders = [projectRoot, resolve(other)] as const;
for (const folder of folders) {
  if (!existsSync(join(folder, 'dist')))
    throw new Error(`${folder}: build it first (npm run build)`);
}
const plan: BenchPlan = {
  ...defaultPlan,
  shapes: [values.shape as ShapeName],
  backends: [values.backend as BenchBackend],
  engines: ['mixdesk'],
  rounds: 1,
  seconds: Number(values.seconds),
  paritySteps: 0,
};

const sites = [await serveSite(folders[0]), await serveSite(folders[1])] as const;
const browser = await launchChromium(false);
try {
  const ratios: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const speeds: [number, number] = [NaN, NaN];
    for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
      speeds[which] = await speedOf(browser, sites[which].url);
    }
    const [here, there] = speeds;
    stderr.write(`round ${round + 1}: ${Math.round(here)} here, ${Math.round(there)} there\n`);
    ratios.push(here / there);
  }
  const middle = median(ratios);
  stdout.write(`${middle.toFixed(3)} × ${other} at ${values.shape} on ${values.backend}\n`);
} finally {
  await browser.close();
  for (const site of sites) await site.close();
}

/** Tokens a second of one round on a page of its own, wherever that site has its bench. */
async function speedOf(chromium: Browser, url: string): Promise<number> {
  const page = await chromium.newPage();
  try {
    await page.goto(new URL('#/engine', url).href);
    const hasView = await page
      .waitForFunction(() => 'bench' in window, undefined, { timeout: 10_000 })
      .then(() => true)
      .catch(() => false);
    // Older sites have the bench on a page of its own.
    if (!hasView) {
      await page.goto(new URL('engine.html', url).href);
      await page.waitForFunction(() => 'bench' in window);
    }
    let speed = NaN;
    await page.exposeFunction('benchProgress', () => undefined);
    await page.exposeFunction('benchRows', ([row]: readonly BenchRow[]) => {
      speed = row?.tokensPerSecond ?? NaN;
    });
    await page.evaluate((wanted) => {
      const events = { onProgress: window.benchProgress, onRows: window.benchRows };
      return window.bench.run(wanted, events);
    }, plan);
    return speed;
  } finally {
    await page.close();
  }
}
