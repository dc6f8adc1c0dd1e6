import type { Page } from '@playwright/test';
import { unwrap } from '../../cli/train/mixdeskPage.ts';
import type { BackendName, TaskInfo, TrainEvent } from '../../src/core/protocol/index.ts';
import { modelSizes } from '../../src/core/models.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type {} from '../../src/headless/mixdesk.ts';

export type StepEvent = Extract<TrainEvent, { type: 'step' }>;

/** The page without controls, with `nano` and these tasks loaded on this backend. */
export async function openHeadless(
  page: Page,
  siteUrl: string,
  backend: BackendName,
  taskIds: readonly string[],
): Promise<readonly TaskInfo[]> {
  await page.goto(new URL('headless.html', siteUrl).href);
  await page.waitForFunction(() => 'mixdesk' in window);
  unwrap(await page.evaluate((name) => window.mixdesk.api.startEngine(name), backend));
  unwrap(await page.evaluate(() => window.mixdesk.loadModel('nano')));
  const tasks: TaskInfo[] = [];
  for (const id of taskIds) {
    const task = await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id);
    tasks.push(unwrap(task));
  }
  return tasks;
}

/** Trains `nano` on all loaded tasks and returns every event. */
export async function trainHeadless(
  page: Page,
  taskIds: readonly string[],
  settings: Partial<Settings>,
): Promise<readonly TrainEvent[]> {
  const order: RunOrder = {
    settings: parseSettings(settings, modelSizes.nano),
    channels: taskIds.map((taskId) => ({ taskId, level: 50, isOn: true })),
    startFrom: { kind: 'base' },
    judge: [],
    group: null,
  };
  const plan = unwrap(await page.evaluate((asked) => window.mixdesk.plan(asked), order));
  const { result, events } = await page.evaluate(
    async (request) => {
      const events: TrainEvent[] = [];
      const collect = (more: readonly TrainEvent[]): Promise<void> => {
        events.push(...more);
        return Promise.resolve();
      };
      return { result: await window.mixdesk.run(request, collect), events };
    },
    { runId: 'e2e', plan },
  );
  unwrap(result);
  return events;
}

export function steps(events: readonly TrainEvent[]): readonly StepEvent[] {
  return events.filter((event) => event.type === 'step');
}
