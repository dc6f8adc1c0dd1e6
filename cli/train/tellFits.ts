import type { RunPlan } from '../../src/core/protocol/index.ts';
import { fitSentences } from '../../src/words/en/fits.ts';
import { type MixdeskPage, unwrap } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** Says before a run which examples of its tasks don't fit into rows, and what comes of it. */
export async function tellFits(
  { page }: MixdeskPage,
  { settings, channels }: RunPlan,
  progress: Progress,
): Promise<void> {
  const counted = await page.evaluate(
    ([asked, levels]) => window.mixdesk.api.countFits(asked, levels),
    [settings, channels] as const,
  );
  for (const [id, fits] of Object.entries(unwrap(counted))) {
    const said = fitSentences(fits, settings.seqLen);
    if (said.length > 0) progress.say(`${id}: ${said.join(' ')}`);
  }
}
