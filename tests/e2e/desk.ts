import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parsePreset, type Preset } from '../../src/core/desk/preset.ts';
import type { ModelName } from '../../src/core/models.ts';
import type { BackendName } from '../../src/core/protocol/index.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import { en } from '../../src/page/i18n/en/index.ts';

export interface Visit {
  readonly backend: BackendName;
  readonly model: ModelName;
  /** What the visitor set on an earlier visit; the page remembers it. */
  readonly settings?: Partial<Settings>;
  /** Which shipped preset's tasks that visit had on the desk; without it, what a first visit finds. */
  readonly preset?: string;
}

const shippedPreset = (id: string): Preset => {
  const url = new URL(`../../public/presets/${id}.json`, import.meta.url);
  return parsePreset(JSON.parse(readFileSync(url, 'utf8')), `${id}.json`);
};

/** The first WebGPU start of a browser, on a slow machine in software, compiles every kernel it checks. */
const startTimeout = 90_000;

/** The desk as a visitor's hands and eyes find it: by role and label only. */
export class Desk {
  readonly page: Page;
  readonly #siteUrl: string;

  constructor(page: Page, siteUrl: string) {
    this.page = page;
    this.#siteUrl = siteUrl;
  }

  /** Opens the page and waits until the model is loaded. */
  async open({ backend, model, settings = {}, preset }: Visit): Promise<void> {
    const tasks = preset === undefined ? {} : { tasks: shippedPreset(preset).desk.tasks };
    await this.page.addInitScript(
      (text) => localStorage.setItem('mixdesk.desk', text),
      JSON.stringify({ version: 1, model, settings, ...tasks }),
    );
    await this.page.goto(`${this.#siteUrl}?backend=${backend}&model=${model}`);
    await this.untilReady();
  }

  /** Waits until engine and model are there. */
  async untilReady(): Promise<void> {
    await expect(this.button(en.transport.train)).toBeEnabled();
    await expect(this.page.getByText(en.engine.starting)).toHaveCount(0, { timeout: startTimeout });
    await expect(this.page.getByText(en.engine.loadingModel)).toHaveCount(0);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Turns to a tab beside the curves. */
  async turnTo(tab: string): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  /** Waits for the notice that a run has ended by itself. */
  async untilFinished(timeout: number): Promise<void> {
    await expect(this.page.getByText(/ has finished\./).first()).toBeVisible({ timeout });
  }

  /** The transport's reading of the step; 0 before the first. */
  async step(): Promise<number> {
    const reading = this.page
      .getByRole('region', { name: en.transport.label })
      .locator('dd')
      .first();
    return Number.parseInt((await reading.innerText()).replaceAll(',', ''), 10) || 0;
  }

  faders(): Locator {
    return this.page.getByRole('slider', { name: /: fader$/ });
  }

  /** Drops a file on the page, as a hand would from a folder. */
  async dropFile(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], fileName));
        return data;
      },
      [name, text] as const,
    );
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.locator('body').dispatchEvent(type, { dataTransfer: transfer });
    }
  }

  /** First and last validation loss of every task, from the curves' own table. */
  async validationLosses(): Promise<{ task: string; first: number; last: number }[]> {
    const curves = this.page.getByRole('region', { name: en.curves.title });
    await curves.getByRole('radio', { name: en.curves.kinds.validationLoss }).click();
    const table = curves.getByRole('table');
    if (!(await table.isVisible())) await curves.getByText(en.curves.table).click();
    await expect(table.locator('tbody tr').first()).toBeVisible();
    const rows = await table.locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) => {
        const losses = (await row.getByRole('cell').allInnerTexts()).map(Number);
        const task = await row.getByRole('rowheader').innerText();
        return { task, first: losses[0]!, last: losses.at(-1) };
      }),
    );
  }
}
