import { stderr } from 'node:process';
import type { Browser, Locator } from 'playwright';
import { en } from '../../src/page/i18n/en/index.ts';
import { Visitor } from '../visit/visitor.ts';
import type { Figures } from './qualityReport.ts';
import { makeWatchable, watch } from './watchPage.ts';

/** Steps of the chart that is pointed at; short rows make them quick. */
const nSteps = 10_000;
const settings = {
  batchSize: 1,
  seqLen: 32,
  trainTokens: 32 * 4 * nSteps,
  evalEvery: 500,
  evalInstances: 1,
  metricInstances: 1,
};
const handsOnMs = 30_000;

/** The page under busy hands while nano trains all tasks: long tasks, frames, answers to input. */
export async function measureSmoothness(browser: Browser, siteUrl: string): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await makeWatchable(page);
  const visitor = new Visitor(page, siteUrl);
  await visitor.open({ backend: 'wasm', model: 'nano', preset: 'all', settings });
  await visitor.press(en.transport.train);
  await visitor.untilTraining();
  const early = await watch(page, () => useHands(visitor, handsOnMs));
  stderr.write(`  early, step ${await visitor.step()}: ${JSON.stringify(early.longTasks)}\n`);
  await untilStep(visitor, nSteps);
  const late = await watch(page, () => useHands(visitor, handsOnMs));
  stderr.write(`  late, step ${await visitor.step()}: ${JSON.stringify(late.longTasks)}\n`);
  await page.close();
  const frames = [early, late].map(({ nFrames, elapsedMs }) => (1000 * nFrames) / elapsedMs);
  const interactions = [...early.interactions, ...late.interactions];
  stderr.write(`  frames ${JSON.stringify(frames)} interactions ${JSON.stringify(interactions)}\n`);
  return {
    interactionToNextPaintMs: Math.max(0, ...interactions.map(({ ms }) => ms)),
    longestTaskMs: Math.round(Math.max(0, ...early.longTasks, ...late.longTasks)),
    framesPerSecond: Math.round(Math.min(...frames)),
  };
}

async function untilStep(visitor: Visitor, step: number): Promise<void> {
  for (let now = 0; now < step; now = await visitor.step()) {
    await visitor.page.waitForTimeout(2000);
  }
}

/** Points along the chart, moves a fader by hand and by key, mutes, changes panels, again and again. */
async function useHands(visitor: Visitor, ms: number): Promise<void> {
  const { page } = visitor;
  const curves = page.getByRole('region', { name: en.curves.title });
  const mute = page.getByRole('button', { name: /^Mute / }).first();
  for (const end = Date.now() + ms; Date.now() < end;) {
    await sweep(visitor, curves);
    await drag(visitor, visitor.faders().first());
    await visitor.faders().first().press('ArrowUp');
    await mute.click();
    await visitor.turnTo(en.nextBatch.title);
    await visitor.drawCurves('validationLoss');
    await sweep(visitor, curves);
    await mute.click();
    await visitor.drawCurves('trainLoss');
    await visitor.turnTo(en.answers.title);
  }
}

/** From the left to the right over a plot, a move a frame. */
async function sweep({ page }: Visitor, plot: Locator): Promise<void> {
  const { x, y, width, height } = (await plot.boundingBox())!;
  for (let i = 1; i < 100; i++) {
    await page.mouse.move(x + (width * i) / 100, y + height / 2);
    await page.waitForTimeout(16);
  }
}

async function drag({ page }: Visitor, fader: Locator): Promise<void> {
  const { x, y, width, height } = (await fader.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(x + width / 2, y + height / 2 - i);
  await page.mouse.up();
}
