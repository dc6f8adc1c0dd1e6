import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readRunFile, type RunFile } from '../../src/core/runs/runFile.ts';
import { firstDifference } from '../../src/core/runs/firstDifference.ts';
import { scheduleOf } from '../../src/core/runs/scheduleOf.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { projectRoot } from '../structure/projectFiles.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const tokensPerStep = 4 * 128;
/** Some fifteen seconds for nano: long enough for three moves by hand. */
const nSteps = 1000;
/** A hand at rest for this long, in ms, is read by the page: moves that follow each other faster are one. */
const handRestsMs = 1000;
const settings = {
  batchSize: 4,
  seqLen: 128,
  trainTokens: nSteps * tokensPerStep,
  evalEvery: 100_000,
  evalInstances: 1,
  metricInstances: 0,
};

const readRecord = (path: string): RunFile => readRunFile(JSON.parse(readFileSync(path, 'utf8')));

/** Moves what a hand can move while the run is on, at three moments. */
async function playByHand(desk: Desk): Promise<void> {
  const { page } = desk;
  const stepAfter = (step: number) =>
    expect.poll(() => desk.step(), { timeout: 60_000 }).toBeGreaterThan(step);
  const rest = async () => {
    await page.waitForTimeout(handRestsMs);
    await stepAfter((await desk.step()) + 4);
  };
  await stepAfter(3);
  await desk.faders().nth(0).press('Home');
  await desk.faders().nth(1).press('End');
  await rest();
  await page.getByLabel(en.transport.learningRate, { exact: true }).first().fill('0.02');
  await page.keyboard.press('Enter');
  await rest();
  await page.getByRole('button', { name: /^mute/i }).nth(2).click();
}

/** Saves the run by its command. */
async function exportRun(desk: Desk, path: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('ControlOrMeta+k');
  const saved = page.waitForEvent('download');
  await page.getByRole('option', { name: en.commands.names.exportRun }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^[a-z]+-[a-z]+-1\.json$/);
  await download.saveAs(path);
}

/** `npm run train -- --replay`; what it says, and how it ends. */
function replay(record: string, out: string): Promise<{ code: number | null; told: string }> {
  const args = ['tsx', 'cli/train/cli.ts', '--replay', record, '--out', out];
  const child = spawn('npx', args, { cwd: projectRoot });
  let told = '';
  child.stdout.on('data', (text) => (told += String(text)));
  child.stderr.on('data', (text) => (told += String(text)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, told }));
  });
}

test('faders moved by hand are exported with the run and replayed by npm run train: same losses to the bit', async ({
  desk,
}, testInfo) => {
  await desk.open({ backend: 'wasm', model: 'nano', settings });
  await desk.press(en.transport.train);
  await playByHand(desk);
  await desk.untilFinished(120_000);

  const path = testInfo.outputPath('record.json');
  await exportRun(desk, path);
  const record = readRecord(path);
  const moves = scheduleOf(record)!;
  expect(moves.length).toBeGreaterThanOrEqual(3);
  expect(moves.some(({ settings: set }) => set?.learningRate === 0.02)).toBe(true);
  expect(moves.some(({ channels = [] }) => channels.some(({ isOn }) => !isOn))).toBe(true);

  const again = testInfo.outputPath('again.json');
  const { code, told } = await replay(path, again);
  expect(told).toContain(`the losses of ${nSteps} of ${nSteps} steps are the record's, to the bit`);
  expect(code).toBe(0);
  const replayed = readRecord(again);
  expect(replayed.steps.map(({ loss }) => loss)).toEqual(record.steps.map(({ loss }) => loss));
  expect(firstDifference(record, replayed)).toBeNull();
  expect(scheduleOf(replayed)).toEqual(moves);
});

test('a schedule drawn by keys is in the plan, undone and redone, and played at its steps', async ({
  desk,
}, testInfo) => {
  const { page } = desk;
  const steps = 40;
  await desk.open({
    backend: 'wasm',
    model: 'nano',
    settings: { ...settings, trainTokens: steps * tokensPerStep },
  });
  const timeline = page.getByRole('region', { name: en.schedule.title });
  await desk.press(en.schedule.title);
  const lanes = timeline.getByRole('group');
  await timeline
    .getByRole('button', { name: /^Add a point to/ })
    .first()
    .click();
  const point = lanes.first().getByRole('button');
  await point.focus();
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'ArrowLeft'])
    await page.keyboard.press(key);
  await expect(point).toHaveAccessibleName(/after step 19: 30$/);
  // Nudges one right after the other are one step of undo, and what follows at once belongs to them.
  await page.waitForTimeout(1500);
  await page.keyboard.press('m');
  await expect(point).toHaveAccessibleName(/after step 19: muted$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(point).toHaveAccessibleName(/after step 19: 30$/);

  await desk.press(en.transport.train);
  await desk.untilFinished(120_000);
  const path = testInfo.outputPath('drawn.json');
  await exportRun(desk, path);
  const { plan, changes } = readRecord(path);
  const [move] = plan.schedule!;
  expect(move).toMatchObject({ step: 19, channels: [{ level: 30, isOn: true }] });
  expect(changes).toMatchObject([
    { step: 19, cause: { kind: 'schedule' }, channels: move!.channels },
  ]);

  await point.focus();
  await page.keyboard.press('Delete');
  await expect(timeline.getByText(en.schedule.none)).toBeVisible();
});
