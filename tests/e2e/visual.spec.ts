import { existsSync, readFileSync } from 'node:fs';
import { sizes } from '../../cli/visit/looks.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { keptFolder, keptPath } from '../visual/kept.ts';
import { difference, reduced, tolerance } from '../visual/pictures.ts';
import { takePictures } from '../visual/tour.ts';
import { Desk } from './desk.ts';
import { expect, test } from './site.ts';

test('the main views look as they did: light, dark, on a phone, before and after a run', async ({
  browser,
  page: table,
  siteUrl,
}) => {
  test.skip(!existsSync(keptFolder), 'npm run visual -- --record keeps the first pictures');
  const newVisitor = async (): Promise<Desk> =>
    new Desk(await browser.newPage({ reducedMotion: 'reduce' }), siteUrl);
  await takePictures(newVisitor, async (name, picture) => {
    const kept = keptPath(name);
    expect.soft(existsSync(kept), `${name}: npm run visual -- --record keeps it`).toBe(true);
    if (!existsSync(kept)) return;
    const found = await difference(table, readFileSync(kept), await reduced(table, picture));
    expect.soft(found.mean, `${name}, mean`).toBeLessThan(tolerance.mean);
    expect.soft(found.changed, `${name}, areas`).toBeLessThan(tolerance.changed);
  });
});

test('the comparison lets another font be, and sees a panel that is gone or lies over another', async ({
  desk,
  browser,
}) => {
  const { page } = desk;
  const table = await browser.newPage();
  await page.setViewportSize(sizes.desktop);
  await desk.open({ backend: 'wasm', model: 'nano' });
  // Parts of the desk are fetched one after the other, and tasks come last.
  await expect(page.getByRole('region', { name: en.curves.title })).toBeVisible();
  await expect(page.getByRole('tab', { name: en.nextBatch.title })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const look = async (css: string): Promise<Buffer> => {
    const style = await page.addStyleTag({ content: css });
    const picture = await reduced(table, await page.screenshot({ animations: 'disabled' }));
    await style.evaluate((node) => node.parentNode?.removeChild(node));
    return picture;
  };
  const isOther = async (css: string): Promise<boolean> => {
    const found = await difference(table, await look('a { color: inherit }'), await look(css));
    return found.mean > tolerance.mean || found.changed > tolerance.changed;
  };
  const curves = `section[aria-label="${en.curves.title}"]`;
  expect(await isOther('* { font-family: DejaVu Serif, serif !important }'), 'letters').toBe(false);
  expect(await isOther(`${curves} { visibility: hidden }`), 'no curves').toBe(true);
  expect(await isOther(`${curves} { translate: 0 160px }`), 'curves over strips').toBe(true);
  await table.close();
});
