import { stderr } from 'node:process';
import type { Browser } from 'playwright';
import { causeOf } from '../../src/core/errors.ts';
import { axeFindings } from '../visit/axeFindings.ts';
import { themes } from '../visit/looks.ts';
import { Visitor } from '../visit/visitor.ts';
import { shortVisit, walk } from '../visit/walk.ts';
import type { Figures } from './qualityReport.ts';

/** axe over every scene × desktop and phone × light and dark. A scene that isn't reached is named, not counted. */
export async function measureAxe(browser: Browser, siteUrl: string): Promise<Figures> {
  let [nLooks, nFindings] = [0, 0];
  const missed: string[] = [];
  const newVisitor = async (): Promise<Visitor> =>
    new Visitor(await browser.newPage({ reducedMotion: 'reduce' }), siteUrl);
  await walk(
    newVisitor,
    {
      sizes: ['desktop', 'phone'],
      visit: shortVisit,
      moments: ['before', 'after', 'again', 'during'],
    },
    async ({ name }, size, { page }) => {
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        const found = await axeFindings(page);
        nLooks += 1;
        nFindings += found.length;
        for (const finding of found)
          stderr.write(`  ${name}, ${size}, ${colorScheme}: ${finding}\n`);
      }
    },
    (where, error) => {
      missed.push(where);
      stderr.write(`  not reached: ${where}: ${causeOf(error)}\n`);
    },
  );
  stderr.write(`  ${nFindings} findings in ${nLooks} looks\n`);
  return { axe: nFindings, axeLooks: nLooks, axeMissed: missed };
}
