import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds on the page as it stands, by WCAG 2.2 A and AA and its best practices: rule, impact, elements. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ['violations'],
      // Experimental in axe, and the one that speech control needs.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    }),
  );
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' '));
    return `${id} (${impact}): ${places.join('; ')}`;
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
