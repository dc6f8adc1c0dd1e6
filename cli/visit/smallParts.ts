import type { Page } from 'playwright';

/** Texts on the page, fields included, whose letters are smaller than this, as drawn: their words and size. */
export function smallTexts(page: Page, minPx: number): Promise<readonly string[]> {
  return page.evaluate((min) => {
    const found: string[] = [];
    const seen = new Set<Element>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.trim() && node.parentElement) seen.add(node.parentElement);
    }
    for (const field of document.querySelectorAll('input, select, textarea')) seen.add(field);
    for (const element of seen) {
      const isDrawn = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const { width, height } = element.getBoundingClientRect();
      // What only a screen reader finds is one pixel large.
      if (!isDrawn || width < 2 || height < 2 || element.matches('title, desc, option')) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
      const px = scale * parseFloat(getComputedStyle(element).fontSize);
      if (px < min - 0.01)
        found.push(`${(element.textContent || element.tagName).trim()} ${px} px`);
    }
    return found;
  }, minPx);
}

/** What can be pressed and is narrower or lower than this, by its name; words within a line are let be. */
export function smallTargets(page: Page, minPx: number): Promise<readonly string[]> {
  return page.evaluate((min) => {
    const targets = document.querySelectorAll(
      'button, select, summary, a[href], input:not([type="hidden"]), [role="slider"], [role="tab"], [role="radio"], [role="option"], [role="menuitem"]',
    );
    const found: string[] = [];
    for (const target of targets) {
      // The label takes the press for a field that is drawn by it.
      const pressed = target.closest('label') ?? target;
      const { width, height, right, bottom } = pressed.getBoundingClientRect();
      const px = Math.min(width, height);
      const isDrawn = target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const isHidden = !isDrawn || px < 2 || right < 0 || bottom < 0;
      const isInSentence = /^inline(-block)?$/.test(getComputedStyle(target).display);
      if (isHidden || isInSentence || px >= min - 0.5) continue;
      const what = target.getAttribute('aria-label') ?? target.textContent.trim();
      found.push(`${what || target.tagName} ${px} px`);
    }
    return found;
  }, minPx);
}
