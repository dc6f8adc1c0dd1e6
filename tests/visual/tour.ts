import type { Page } from '@playwright/test';
import type { SizeName, Theme } from '../../cli/visit/looks.ts';
import type { Visitor } from '../../cli/visit/visitor.ts';
import { shortVisit, walk } from '../../cli/visit/walk.ts';

const looks: readonly (readonly [SizeName, Theme])[] = [
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
];
/** The main views, before and after a run. */
const only = ['desk', 'settings', 'palette', 'engine', 'finished', 'curves-after', 'answers-after'];

/** Takes every picture that is kept, by its name. */
export async function takePictures(
  newVisitor: () => Promise<Visitor>,
  take: (name: string, picture: Buffer) => Promise<void>,
): Promise<void> {
  const tour = { sizes: ['desktop', 'phone'], visit: shortVisit, only } as const;
  await walk(
    newVisitor,
    { ...tour, moments: ['before', 'after'] },
    async ({ name }, size, { page }) => {
      for (const [, colorScheme] of looks.filter(([its]) => its === size)) {
        await page.emulateMedia({ colorScheme });
        await take(`${name}-${size}-${colorScheme}`, await still(page));
      }
    },
  );
}

/** The page once it has come to rest, without carets. */
async function still(page: Page): Promise<Buffer> {
  await page.waitForTimeout(300);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}
