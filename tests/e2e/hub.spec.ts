import { en } from '../../src/page/i18n/en/index.ts';
import { cutAfter, openLocalHub, parquetOf } from '../hub/localHub.ts';
import { expect, test } from './site.ts';

test('a dataset of a hub comes by its name over a connection that breaks off, and after a reload no row is fetched again', async ({
  desk,
  page,
}) => {
  const train = parquetOf(0, 2000);
  const commit = 'd'.repeat(40);
  const card = { license: 'cc-by-4.0' };
  const hub = await openLocalHub({
    'maths/parity': { commit, files: { 'train.parquet': train }, card },
  });
  try {
    hub.faults.push(cutAfter(train, 9000));
    await desk.open({ backend: 'wasm', model: 'nano' });
    await page.getByRole('button', { name: /^Tasks \(/ }).click();
    await desk.press(en.hub.open);
    await page.getByLabel(en.hub.name, { exact: true }).fill('maths/parity');
    await page.getByLabel(en.hub.address, { exact: true }).fill(hub.url);
    await desk.press(en.hub.add);
    await expect(page.getByText(en.notices.added('maths/parity'))).toBeVisible();
    await expect(page.getByText(/licence: cc-by-4\.0/).first()).toBeVisible();

    const fetched = (): number => hub.asked.filter(({ path }) => path.includes('/resolve/')).length;
    const before = fetched();
    expect(before).toBeGreaterThan(1);
    await page.reload();
    await desk.untilReady();
    // The visit's script puts the desk of the beginning back; the library keeps the dataset.
    await page.getByRole('button', { name: /^Tasks \(/ }).click();
    const place = page.getByRole('group', { name: en.library.placeOf('maths/parity') });
    await place.getByText(en.library.places.trained, { exact: true }).click();
    await expect
      .poll(() => hub.asked.filter(({ path }) => path.endsWith(`revision/${commit}`)).length)
      .toBe(1);
    await page.waitForTimeout(1500);
    expect(fetched()).toBe(before);
  } finally {
    await hub.close();
  }
});
