/** The curves alone on a page, with a run that never was: for measuring and looking. */
import { mount } from 'svelte';
import type { RunId } from '../../src/core/protocol/index.ts';
import { modelSizes } from '../../src/core/models.ts';
import { createPlan } from '../../src/core/runs/plan.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { createMixdesk } from '../../src/headless/mixdesk.ts';
import { loadListings } from '../../src/page/actions/loadListings.ts';
import { app, curvesView, desk, runs, theme, timeCursor } from '../../src/page/state/app.ts';
import '../../src/page/ui/styles/base.css';
import '../../src/page/ui/styles/tokens.css';
import Curves from '../../src/page/views/Desk/Curves.svelte';
import { madeUpEvents, type MadeUpRun } from './madeUpRun.ts';

/** Steps that are told at once while the past is filled in. */
const steps = 250;

/** What a program does with this page. */
const bench = {
  curvesView,
  desk,
  runs,
  theme,
  timeCursor,
  /** Puts the first so many built-in tasks on the desk. */
  async fillDesk(nTasks: number): Promise<void> {
    await loadListings(app);
    const tasks = app.library.tasks
      .slice(0, nTasks)
      .map(({ id }) => ({ id, level: 50, isMuted: false }));
    desk.useSetup({ model: 'nano', tasks, buses: {}, settings: {} });
  },
  /** Opens a run and tells its first steps, a piece a turn as a worker would. */
  async tell(runId: RunId, nSteps: number): Promise<MadeUpRun> {
    const taskIds = desk.channels.map(({ id }) => id);
    const settings = defaultSettings(modelSizes.nano);
    const channels = taskIds.map((taskId) => ({ taskId, level: 50, isOn: true }));
    const order = {
      settings,
      channels,
      startFrom: { kind: 'base' },
      judge: [],
      group: null,
    } as const;
    const tasks = taskIds.map((id) => ({ id, sha256: id }));
    const plan = createPlan(order, { name: 'nano', sha256: '00' }, tasks);
    runs.open({ runId, name: runId, startedAt: '2026-01-01T00:00:00.000Z', plan });
    const run = { runId, taskIds, evalEvery: Math.max(1, Math.round(nSteps / 20)), seed: 1 };
    for (let from = 0; from <= nSteps; from += steps) {
      runs.apply(madeUpEvents(run, from, Math.min(nSteps, from + steps - 1)));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return run;
  },
  /** Goes on telling it, five times a second, until the returned function is called. */
  live(run: MadeUpRun, from: number, stepsEach: number): () => void {
    let next = from;
    const timer = setInterval(() => {
      runs.apply(madeUpEvents(run, next, next + stepsEach - 1));
      next += stepsEach;
    }, 200);
    return () => clearInterval(timer);
  },
  /** Trains a real model beside, in a worker of its own, until the returned function is called. */
  async train(): Promise<() => Promise<unknown>> {
    const mixdesk = createMixdesk(document.baseURI);
    await mixdesk.api.startEngine('wasm');
    const model = await mixdesk.loadModel('nano');
    if (!model.ok) throw new Error(model.error.key);
    const [first] = desk.channels;
    await mixdesk.loadBuiltIn(first!.id);
    const settings = { ...defaultSettings(modelSizes.nano), trainTokens: 50_000_000, evalEvery: 0 };
    const channels = [{ taskId: first!.id, level: 50, isOn: true }];
    const plan = mixdesk.plan({
      settings,
      channels,
      startFrom: { kind: 'base' },
      judge: [],
      group: null,
    });
    if (!plan.ok) throw new Error(plan.error.key);
    await new Promise<void>((begun) => {
      const request = { runId: 'beside', plan: plan.value };
      void mixdesk.run(request, (events) => {
        if (events.some(({ type }) => type === 'step')) begun();
        return Promise.resolve();
      });
    });
    return () => mixdesk.stop();
  },
};
export type CurvesBench = typeof bench;

declare global {
  interface Window {
    curvesBench: CurvesBench;
  }
}

theme.show();
mount(Curves, { target: document.getElementById('app')! });
window.curvesBench = bench;
