/** `npm run screenshots`: docs/screenshots/, every view at three sizes, light and dark, before, during and after the first run. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stderr } from 'node:process';
import { ensureBuilt, projectRoot } from '../tools/build/ensureBuilt.ts';
import { launchChromium } from '../tools/build/launchChromium.ts';
import { serveSite } from '../tools/build/serveSite.ts';
import { themes, type SizeName } from './visit/looks.ts';
import { Visitor } from './visit/visitor.ts';
import { walk, type Tour } from './visit/walk.ts';

const folder = join(projectRoot, 'docs', 'screenshots');
/** For drafts: `npm run screenshots -- nano` shows a minute's work in seconds. */
const model = argv.includes('nano') ? 'nano' : 'mini';
const tour: Tour = {
  sizes: ['desktop', 'tablet', 'phone'],
  visit: { backend: 'wasm', model },
  moments: ['before', 'after', 'during'],
  only: [
    'desk',
    'asked',
    'library',
    'settings',
    'palette',
    'data-example',
    'engine',
    'finished',
    'curves-after',
    'answers-after',
    'asked-after',
    'training',
  ],
};
/** Where the whole desk is in view, its parts are no pictures of their own. */
const isTwice = (scene: string, size: SizeName): boolean =>
  scene === 'curves-after' && size === 'desktop';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await ensureBuilt();
const site = await serveSite();
const browser = await launchChromium(false);
const newVisitor = async (): Promise<Visitor> =>
  new Visitor(await browser.newPage({ reducedMotion: 'reduce' }), site.url);
await walk(newVisitor, tour, async ({ name }, size, { page }) => {
  if (isTwice(name, size)) return;
  stderr.write(`${name}, ${size}\n`);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(400); // plots are drawn anew in the theme's colours
    const path = join(folder, `${name}-${size}-${colorScheme}.jpg`);
    await page.screenshot({ path, type: 'jpeg', quality: 78 });
  }
});
await browser.close();
await site.close();
