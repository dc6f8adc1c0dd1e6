import type { Locator } from '@playwright/test';
import { en } from '../../src/page/i18n/en/index.ts';
import { differingPixels } from '../visual/differingPixels.ts';
import { expect, test } from './site.ts';

/** A change that an eye sees, pixels. */
const visible = 12;

test('in forced colours one sees where faders stand, what is selected, and how far a run is', async ({
  desk,
}) => {
  const { page } = desk;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const settings = { trainTokens: 4096 * 12, evalInstances: 1, metricInstances: 1 };
  await desk.open({ backend: 'wasm', model: 'nano', settings });

  /** Pixels by which a part looks otherwise after an act. */
  const change = async (part: Locator, act: () => Promise<unknown>): Promise<number> => {
    const look = async (): Promise<Buffer> => {
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      return part.screenshot();
    };
    const before = await look();
    await act();
    return differingPixels(page, before, await look());
  };

  const fader = desk.faders().first();
  expect(await change(fader, () => fader.press('End')), 'a fader').toBeGreaterThan(visible);
  const mute = page.getByRole('button', { name: /^Mute / }).first();
  expect(await change(mute, () => mute.click()), 'a mute').toBeGreaterThan(visible);
  await mute.click();
  const tab = page.getByRole('tab', { name: en.nextBatch.title });
  expect(await change(tab, () => tab.click()), 'a tab').toBeGreaterThan(visible);
  const form = page.getByRole('radio', { name: en.curves.forms.table });
  expect(await change(form, () => form.click()), 'a form of curves').toBeGreaterThan(visible);

  const list = page.getByRole('combobox', { name: en.curves.xLabel });
  await expect(list, 'the system paints its arrow').toHaveCSS('appearance', 'auto');

  const progress = page.getByRole('progressbar', { name: en.transport.progress });
  const meter = page.getByRole('meter').first();
  const meterBefore = await meter.screenshot();
  const run = async (): Promise<void> => {
    await desk.press(en.transport.train);
    await desk.untilFinished(120_000);
  };
  expect(await change(progress, run), 'the progress').toBeGreaterThan(visible);
  const meterGap = await differingPixels(page, meterBefore, await meter.screenshot());
  expect(meterGap, 'a meter').toBeGreaterThan(visible);
});
