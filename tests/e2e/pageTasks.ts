import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, µs: what a busy machine takes away does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** CPU times of the tasks of the page's own thread while something goes on, longest first, ms. */
export async function pageTasks(
  browser: Browser,
  page: Page,
  during: () => Promise<void>,
): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await during();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: readonly TraceEvent[];
  };
  const { traceEvents } = trace;
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => pages.has(threadOf(event)) && event.tdur !== undefined)
    .map(({ tdur }) => tdur! / 1000)
    .sort((a, b) => b - a);
}
