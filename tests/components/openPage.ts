import * as Comlink from 'comlink';
import { mount } from 'svelte';
import { page } from 'vitest/browser';
import type { TrainerApi } from '../../src/core/protocol/index.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { fillDesk } from '../page/fakeApp.ts';
import { fakeApi } from '../page/fakeTrainer.ts';
import '../../src/page/ui/styles/tokens.css';
import '../../src/page/ui/styles/base.css';

/** The whole page with the tasks A and B on the desk, ready to train on a worker with these methods. */
export async function openPage(own: Partial<TrainerApi> = {}): Promise<App> {
  // All files of tests share one browser: what an earlier page has remembered is not this one's.
  localStorage.clear();
  standInForWorkers(fakeApi(own));
  await page.viewport(1440, 900);
  // Only now: the page's app takes its worker from the window.
  const { app } = await import('../../src/page/state/app.ts');
  const { startEngine } = await import('../../src/page/actions/startEngine.ts');
  const { loadTasks } = await import('../../src/page/actions/loadTasks.ts');
  const { default: Page } = await import('../../src/page/shell/Page.svelte');
  mount(Page, { target: document.body });
  fillDesk(app);
  await startEngine(app);
  await loadTasks(app);
  return app;
}

/** Whoever starts a worker in this window gets one with this API: the page's own bridge talks to it. */
function standInForWorkers(api: TrainerApi): void {
  function StandIn(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(api, port2);
    return Object.assign(port1, { terminate: () => port1.close() });
  }
  Object.assign(window, { Worker: StandIn });
}
