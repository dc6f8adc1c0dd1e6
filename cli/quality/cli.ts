/**
 * `npm run quality [-- axe lighthouse first-load smoothness first-minute]`: measures the built site and writes
 * docs/quality.json after each part. Parts that aren't named, or fail, keep the figures that stand there; the exit status
 * is 1 where one failed.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { argv, exit, stderr, stdout } from 'node:process';
import type { Browser } from 'playwright';
import { causeOf } from '../../src/core/errors.ts';
import { ensureBuilt, projectRoot } from '../../tools/build/ensureBuilt.ts';
import { launchChromium } from '../../tools/build/launchChromium.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { measureAxe } from './axe.ts';
import { measureFirstLoad } from './firstLoad.ts';
import { presetResults, readFirstMinutes } from './firstMinute.ts';
import { measureLighthouse } from './lighthouse.ts';
import { partNames, type Figures, type Origin, type PartName } from './qualityReport.ts';
import { readReport, writePart } from './reportFile.ts';
import { measureSmoothness } from './smoothness.ts';

type Part = (browser: Browser, siteUrl: string) => Figures | Promise<Figures>;

const parts: Readonly<Record<PartName, Part>> = {
  'first-load': measureFirstLoad,
  lighthouse: (_, siteUrl) => measureLighthouse(siteUrl),
  axe: measureAxe,
  smoothness: measureSmoothness,
  'first-minute': readFirstMinutes,
};

const asked = argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  stderr.write(`No such part: ${unknown.join(', ')}. There are: ${partNames.join(', ')}.\n`);
  exit(1);
}
const isWhole = await measureAll(partNames.filter((n) => asked.length === 0 || asked.includes(n)));
stdout.write(`${JSON.stringify(readReport(), null, 2)}\n`);
exit(isWhole ? 0 : 1);

/** False where a part failed, or saw less than it should. */
async function measureAll(names: readonly PartName[]): Promise<boolean> {
  await ensureBuilt();
  const site = await serveSite();
  try {
    let isWhole = true;
    for (const name of names) isWhole = (await measurePart(name, site.url)) && isWhole;
    return isWhole;
  } finally {
    await site.close();
  }
}

/** Each part has a browser of its own: what one leaves behind is not measured with the next. */
async function measurePart(name: PartName, siteUrl: string): Promise<boolean> {
  stderr.write(`${name} …\n`);
  const loadBefore = Math.round(10 * loadavg()[0]!) / 10;
  const browser = await launchChromium(false);
  try {
    const figures = await parts[name](browser, siteUrl);
    await writePart(name, figures, originOf(name, browser, loadBefore));
    return (figures.axeMissed ?? []).length === 0;
  } catch (error) {
    stderr.write(`  failed: ${causeOf(error)}\n`);
    return false;
  } finally {
    await browser.close();
  }
}

function originOf(name: PartName, browser: Browser, loadBefore: number): Origin {
  if (name === 'first-minute') return { from: presetResults, ...lastCommit(presetResults) };
  return {
    cores: cpus().length,
    browser: `Chromium ${browser.version()}`,
    loadBefore,
    date: new Date().toISOString().slice(0, 10),
    commit: lastCommit('.').commit,
  };
}

/** Of this path: when and with which commit it was last changed. */
function lastCommit(path: string): Pick<Origin, 'date' | 'commit'> {
  const args = ['log', '-1', '--format=%cs %h', '--', path];
  const line = execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' });
  const [date = '', commit = ''] = line.trim().split(' ');
  return { date, commit };
}
