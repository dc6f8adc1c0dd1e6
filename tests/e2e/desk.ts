import { expect } from '@playwright/test';
import { Visitor } from '../../cli/visit/visitor.ts';
import { en } from '../../src/page/i18n/en/index.ts';

/** A visitor who also drops files and reads off curves. */
export class Desk extends Visitor {
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

  /** Waits until these words stand with every model that is asked: with the base and what a run has left. */
  async untilEachHas(words: RegExp | string): Promise<void> {
    const panel = this.page.getByRole('tabpanel');
    const isWithEach = async (): Promise<boolean> => {
      const models = await panel.getByRole('article').count();
      return models > 1 && (await panel.getByText(words).count()) === models;
    };
    await expect.poll(isWithEach, { message: String(words), timeout: 20_000 }).toBe(true);
  }

  /** First and last validation loss of every task, from the curves' own table. */
  async validationLosses(): Promise<{ task: string; first: number; last: number }[]> {
    const curves = this.page.getByRole('region', { name: en.curves.title });
    await this.drawCurves('validationLoss');
    await this.shapeCurves('table');
    const table = curves.getByRole('table');
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
