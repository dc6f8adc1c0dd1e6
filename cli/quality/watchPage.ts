import type { Page } from 'playwright';

/** What a page went through since `watch` began; times in ms. */
export interface Watched {
  readonly elapsedMs: number;
  readonly nFrames: number;
  /** Tasks over 50 ms, as the browser reports them. */
  readonly longTasks: readonly number[];
  /** From an input to the frame that answers it. */
  readonly interactions: readonly { readonly type: string; readonly ms: number }[];
}

// In plain text: what is compiled would name its functions with a helper that a page has not.
const observing = `
  window.watched = { start: 0, nFrames: 0, longTasks: [], interactions: [] };
  requestAnimationFrame(function count() {
    window.watched.nFrames += 1;
    requestAnimationFrame(count);
  });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= window.watched.start) window.watched.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, name, interactionId } of list.getEntries())
      if (interactionId && startTime >= window.watched.start)
        window.watched.interactions.push({ type: name, ms: duration });
  }).observe({ type: 'event', durationThreshold: 16 });
`;

interface WatchedWindow extends Window {
  watched: {
    start: number;
    nFrames: number;
    longTasks: number[];
    interactions: { type: string; ms: number }[];
  };
}

/** Lets every document that this page opens from now on be watched. */
export const makeWatchable = (page: Page): Promise<unknown> =>
  page.addInitScript({ content: observing });

/** What happens to the page while `act` goes on. */
export async function watch(page: Page, act: () => Promise<void>): Promise<Watched> {
  await page.evaluate(() => {
    const start = performance.now();
    const empty = { start, nFrames: 0, longTasks: [], interactions: [] };
    (window as unknown as WatchedWindow).watched = empty;
  });
  await act();
  await page.waitForTimeout(500); // observers are told a little later
  return page.evaluate(() => {
    const { start, ...rest } = (window as unknown as WatchedWindow).watched;
    return { ...rest, elapsedMs: performance.now() - start };
  });
}
