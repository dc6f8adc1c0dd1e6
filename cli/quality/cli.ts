/**
 * `npm run quality [-- axe lighthouse first-load smoothness first-minute]`: measures the built site and writes
 * docs/quality.json. Parts that aren't named keep the figures that stand there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import type { Browser } from 'playwright';
import { ensureBuilt, projectRoot } from '../../tools/build/ensureBuilt.ts';
import { launchChromium } from '../../tools/build/launchChromium.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { measureAxe } from './axe.ts';
import { measureFirstLoad } from './firstLoad.ts';
import { readFirstMinutes } from './firstMinute.ts';
import { measureLighthouse } from './lighthouse.ts';
import type { Figures, Machine, QualityReport } from './qualityReport.ts';
import { measureSmoothness } from './smoothness.ts';

type Part = (browser: Browser, siteUrl: string) => Figures | Promise<Figures>;

const parts: Readonly<Record<string, Part>> = {
  'first-load': measureFirstLoad,
  lighthouse: (_, siteUrl) => measureLighthouse(siteUrl),
  axe: measureAxe,
  smoothness: measureSmoothness,
  'first-minute': readFirstMinutes,
};
const reportPath = join(projectRoot, 'docs', 'quality.json');

const asked = argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  stderr.write(
    `No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.\n`,
  );
  exit(1);
}

await ensureBuilt();
const site = await serveSite();
const browser = await launchChromium(false);
let figures = readReport();
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  stderr.write(`${name} …\n`);
  figures = { ...figures, ...(await measure(browser, site.url)) };
}
const report = inOrder(figures, machine(browser));
await browser.close();
await site.close();
writeFileSync(reportPath, `${JSON.stringify(report, null, 2)}\n`);
stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function readReport(): Figures {
  return existsSync(reportPath) ? (JSON.parse(readFileSync(reportPath, 'utf8')) as Figures) : {};
}

function inOrder(found: Figures, machine: Machine): QualityReport {
  return {
    axe: found.axe ?? null,
    lighthouse: found.lighthouse ?? null,
    firstLoadBytes: found.firstLoadBytes ?? null,
    trainPressableMs: found.trainPressableMs ?? null,
    interactionToNextPaintMs: found.interactionToNextPaintMs ?? null,
    longestTaskMs: found.longestTaskMs ?? null,
    framesPerSecond: found.framesPerSecond ?? null,
    firstMinute: found.firstMinute ?? null,
    machine,
  };
}

function machine(browser: Browser): Machine {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim();
  return {
    cores: cpus().length,
    browser: `Chromium ${browser.version()}`,
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD'),
  };
}
