import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import type { CurveKindName } from '../../src/core/analysis/curves/index.ts';
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

/** The built page as a visitor's hands and eyes find it: by role and word only. */
export class Visitor {
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
    const { page } = this;
    await this.button(en.transport.train).and(page.locator(':enabled')).waitFor();
    for (const words of [en.engine.starting, en.engine.loadingModel]) {
      await page.getByText(words).first().waitFor({ state: 'hidden', timeout: startTimeout });
    }
  }

  /** Goes to the view with this address, inside the page. */
  async goTo(address: string): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), address);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Asks the models that there are: the base, and what a run has left of it, its best weights where they are not its last. */
  askButton(): Locator {
    const { askBase, ask, askAll } = en.tryIt;
    return this.button(askBase).or(this.button(ask)).or(this.button(askAll));
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Turns to a part of the desk: a tab beside the curves, and where there is little room any part. */
  async turnTo(part: string): Promise<void> {
    const { page } = this;
    const asPart = page.getByRole('radio', { name: part, exact: true });
    await asPart
      .or(page.getByRole('tab', { name: part, exact: true }))
      .first()
      .click();
  }

  /** Chooses a model size from the menu under its name. */
  async chooseModel(name: ModelName): Promise<void> {
    await this.modelMenu().click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
  }

  /** The button that says which model it is, and on what it runs. */
  modelMenu(): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${en.engine.model}`) });
  }

  /** Asks for a command by its name, as the palette has it. */
  async command(name: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }

  /** Waits until the first steps are behind. */
  async untilTraining(): Promise<void> {
    for (const end = Date.now() + 60_000; (await this.step()) < 3;) {
      if (Date.now() > end) throw new Error('no step within a minute');
      await this.page.waitForTimeout(100);
    }
  }

  /** Waits for the notice that a run has ended by itself. */
  async untilFinished(timeout: number): Promise<void> {
    await this.page
      .getByText(/ has finished\./)
      .first()
      .waitFor({ timeout });
  }

  /** Trains one more run, to its end. */
  async trainAgain(timeout: number): Promise<void> {
    await this.press(en.transport.train);
    await this.button(en.transport.pause).waitFor();
    await this.button(en.transport.train).waitFor({ timeout });
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

  /** Draws another kind of curve; where there is little room the kinds are a list to choose from. */
  async drawCurves(kind: CurveKindName): Promise<void> {
    const curves = this.page.getByRole('region', { name: en.curves.title });
    const list = curves.getByRole('combobox', { name: en.curves.kindLabel });
    if (await list.isVisible()) await list.selectOption(kind);
    else await curves.getByRole('radio', { name: en.curves.kinds[kind], exact: true }).click();
  }

  /** Shows the curves in one plot, in small plots or as a table. */
  async shapeCurves(form: keyof typeof en.curves.forms): Promise<void> {
    const curves = this.page.getByRole('region', { name: en.curves.title });
    await curves.getByRole('radio', { name: en.curves.forms[form] }).click();
  }
}
