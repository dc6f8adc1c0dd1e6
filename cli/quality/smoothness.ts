import { stderr } from 'node:process';
import type { Browser, ElementHandle, Locator, Page } from 'playwright';
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
  const hands = await handsOf(visitor);
  const early = await watch(page, () => useHands(hands, handsOnMs));
  stderr.write(`  early, step ${await visitor.step()}: ${JSON.stringify(early.longTasks)}\n`);
  await untilStep(visitor, nSteps);
  const late = await watch(page, () => useHands(hands, handsOnMs));
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

type Drawn = 'trainLoss' | 'validationLoss';

/** What the hands reach for. */
interface Hands {
  readonly page: Page;
  readonly curves: ElementHandle;
  readonly fader: ElementHandle;
  readonly mute: ElementHandle;
  readonly answers: ElementHandle;
  readonly nextBatch: ElementHandle;
  readonly draw: (kind: Drawn) => Promise<unknown>;
}

/**
 * Found once, before the page is watched: looking for something by its role among a hundred strips keeps the page's
 * own thread busy for longer than anything that the page does.
 */
async function handsOf(visitor: Visitor): Promise<Hands> {
  const { page } = visitor;
  const curves = page.getByRole('region', { name: en.curves.title });
  const tab = (name: string) => grip(page.getByRole('tab', { name, exact: true }));
  return {
    page,
    curves: await grip(curves),
    fader: await grip(visitor.faders().first()),
    mute: await grip(page.getByRole('button', { name: /^Mute / }).first()),
    answers: await tab(en.answers.title),
    nextBatch: await tab(en.nextBatch.title),
    draw: await drawingBy(curves),
  };
}

const grip = async (place: Locator): Promise<ElementHandle> => await place.elementHandle();

/** By keys, or where there is little room from a list. */
async function drawingBy(curves: Locator): Promise<Hands['draw']> {
  const list = curves.getByRole('combobox', { name: en.curves.kindLabel });
  if (await list.isVisible()) {
    const held = await grip(list);
    return (kind) => held.selectOption(kind);
  }
  const key = (kind: Drawn) =>
    grip(curves.getByRole('radio', { name: en.curves.kinds[kind], exact: true }));
  const keys = { trainLoss: await key('trainLoss'), validationLoss: await key('validationLoss') };
  return (kind) => keys[kind].click();
}

/** Points along the chart, moves a fader by hand and by key, mutes, changes panels, again and again. */
async function useHands(hands: Hands, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    await sweep(hands);
    await drag(hands);
    await hands.fader.press('ArrowUp');
    await hands.mute.click();
    await hands.nextBatch.click();
    await hands.draw('validationLoss');
    await sweep(hands);
    await hands.mute.click();
    await hands.draw('trainLoss');
    await hands.answers.click();
  }
}

/** From the left to the right over a plot, a move a frame. */
async function sweep({ page, curves }: Hands): Promise<void> {
  const { x, y, width, height } = (await curves.boundingBox())!;
  for (let i = 1; i < 100; i++) {
    await page.mouse.move(x + (width * i) / 100, y + height / 2);
    await page.waitForTimeout(16);
  }
}

async function drag({ page, fader }: Hands): Promise<void> {
  const { x, y, width, height } = (await fader.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(x + width / 2, y + height / 2 - i);
  await page.mouse.up();
}
