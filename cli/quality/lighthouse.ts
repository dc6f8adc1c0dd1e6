import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath, stderr } from 'node:process';
import { chromiumFlags, findChromium } from '../../tools/build/chromium.mjs';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import type { Figures, LighthouseScores } from './qualityReport.ts';

const program = join(projectRoot, 'node_modules', 'lighthouse', 'cli', 'index.js');
const categories = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
} as const;

/** What the performance score is made of. */
const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

interface LighthouseResult {
  /** `benchmarkIndex` is larger on a quicker machine, and smaller on a busy one. */
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; displayValue?: string }>
  >;
}

/** Lighthouse's phone and desktop presets on the built site; of each category the lower score. */
export async function measureLighthouse(siteUrl: string): Promise<Figures> {
  const phone = await scores(siteUrl, []);
  const desktop = await scores(siteUrl, ['--preset=desktop']);
  const lower = (key: keyof LighthouseScores): number => Math.min(phone[key], desktop[key]);
  return {
    lighthouse: {
      performance: lower('performance'),
      accessibility: lower('accessibility'),
      bestPractices: lower('bestPractices'),
    },
  };
}

async function scores(siteUrl: string, preset: readonly string[]): Promise<LighthouseScores> {
  const result = await run(siteUrl, preset);
  const score = (key: keyof LighthouseScores): number =>
    Math.round(100 * (result.categories[categories[key]]?.score ?? 0));
  const found = {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('bestPractices'),
  };
  stderr.write(`  ${preset.join('') || '--preset=phone'}: ${JSON.stringify(found)}\n`);
  const read = metrics.map((id) => `${id} ${result.audits[id]?.displayValue ?? '?'}`);
  stderr.write(`    machine ${result.environment.benchmarkIndex}: ${read.join(', ')}\n`);
  for (const { title, score, displayValue = '' } of Object.values(result.audits)) {
    if (score !== null && score < 0.9) stderr.write(`    ${score} ${title} ${displayValue}\n`);
  }
  return found;
}

async function run(siteUrl: string, preset: readonly string[]): Promise<LighthouseResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mixdesk-lighthouse-'));
  const path = join(folder, 'report.json');
  const flags = [...chromiumFlags({ isSoftwareGpu: false }), '--headless=new'];
  const only = Object.values(categories).join(',');
  const args = [siteUrl, '--quiet', '--output=json', `--output-path=${path}`, ...preset];
  args.push(`--only-categories=${only}`, `--chrome-flags=${flags.join(' ')}`);
  const child = spawn(execPath, [program, ...args], {
    env: { ...env, CHROME_PATH: findChromium() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`lighthouse ended with ${String(status)}`);
  const report = JSON.parse(readFileSync(path, 'utf8')) as LighthouseResult;
  rmSync(folder, { recursive: true });
  return report;
}
