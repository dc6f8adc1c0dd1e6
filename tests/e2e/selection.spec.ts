import type { Locator } from '@playwright/test';
import { axeFindings } from '../../cli/visit/axeFindings.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const [people, rating, story, code] = [
  'Find the people',
  'Review rating',
  'Summarization',
  'Python to JavaScript',
];
const level = ({ page }: Desk, name: string): Promise<string | null> =>
  page.getByRole('slider', { name: en.desk.fader(name) }).getAttribute('aria-valuenow');
const nameOf = ({ page }: Desk, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${en.desk.details(name)}`) });
const bar = ({ page }: Desk): Locator => page.getByRole('toolbar', { name: en.strips.selection });

test('Ctrl and Shift choose strips; one fader moves all, one undo takes it back, Escape leaves', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'four-jobs' });
  const before = await page.locator('.strips-panel').boundingBox();
  await nameOf(desk, people).click({ modifiers: ['ControlOrMeta'] });
  await nameOf(desk, story).click({ modifiers: ['Shift'] });
  await expect(bar(desk)).toContainText(en.strips.selected(3));
  expect(await page.locator('.strips-panel').boundingBox(), 'nothing moves').toEqual(before);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('slider', { name: en.desk.fader(rating) }).press('Shift+ArrowUp');
  const names = [people, rating, story, code];
  expect(await Promise.all(names.map((name) => level(desk, name)))).toEqual([
    '60',
    '60',
    '60',
    '50',
  ]);
  await bar(desk).getByRole('button', { name: en.strips.mute, exact: true }).click();
  await expect(page.getByRole('button', { name: /^Mute /, pressed: true })).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await level(desk, people)).toBe('50');
  await expect(page.getByRole('button', { name: /^Mute /, pressed: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar(desk)).toHaveCount(0);
  await expect(page.getByRole('dialog'), 'no name has opened anything').toHaveCount(0);
});

test('by keys alone: V, Shift with an arrow, Ctrl A; in Select mode a press is enough, also on a phone', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'four-jobs' });
  await page.getByRole('slider', { name: en.desk.fader(people) }).focus();
  await page.keyboard.press('v');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar(desk)).toContainText(en.strips.selected(2));
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar(desk)).toContainText(en.strips.selected(4));
  await page.keyboard.press('Escape');
  await expect(bar(desk)).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.press(en.strips.select);
  await page.getByRole('button', { name: en.strips.pick(rating) }).click();
  await page.getByRole('button', { name: en.strips.pick(people) }).click();
  await expect(bar(desk)).toContainText(en.strips.selected(2));
  expect(await axeFindings(page)).toEqual([]);
  await bar(desk).getByRole('button', { name: en.strips.takeOff }).click();
  await expect(page.getByRole('slider', { name: /: fader$/ })).toHaveCount(2);
  await expect(bar(desk)).toHaveCount(0);
});
