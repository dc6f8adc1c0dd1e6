import { modelSizes } from '../../src/core/models.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { openHeadless, steps, trainHeadless } from './headless.ts';
import { expect, test } from './site.ts';
import { told } from '../../cli/told.ts';

const taskIds = ['qa_what', 'rate_stars'];
const settings = {
  batchSize: 4,
  seqLen: 128,
  trainTokens: 4 * 128 * 6,
  metricInstances: 0,
  evalInstances: 1,
  evalEvery: 100_000,
  rehearsalShare: 50,
};

test('half of the rows are pre-training texts: shown in the next batch, trained on, the same each time', async ({
  page,
  siteUrl,
}) => {
  await openHeadless(page, siteUrl, 'wasm', taskIds);
  const preview = await page.evaluate(
    ([what, ids]) =>
      window.mixdesk.api.previewBatch(
        what,
        ids.map((taskId) => ({ taskId, level: 50, isOn: true })),
      ),
    [parseSettings(settings, modelSizes.nano), taskIds] as const,
  );
  if (!preview.ok) throw new Error(told(preview.error));
  const rehearsed = preview.value.examples.filter(({ taskId }) => taskId === null);
  expect([...new Set(rehearsed.map(({ row }) => row))]).toEqual([1, 3]);
  for (const { tokens } of rehearsed)
    expect(tokens.every(({ part, carriesLoss }) => carriesLoss === (part === 'target'))).toBe(true);

  const losses = async () =>
    steps(await trainHeadless(page, taskIds, settings)).map(({ loss }) => loss);
  const first = await losses();
  expect(first).toHaveLength(6);
  expect(first.every(Number.isFinite)).toBe(true);
  expect(await losses()).toEqual(first);
});

test('a site without the texts says which file is missing, and trains when none are wanted', async ({
  page,
  siteUrl,
}) => {
  await page
    .context()
    .route('**/datasets/rehearsal/*', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await openHeadless(page, siteUrl, 'wasm', taskIds);
  await expect(trainHeadless(page, taskIds, settings)).rejects.toThrow(
    /rehearsal\/files\.json: HTTP 404/,
  );
  const plain = await trainHeadless(page, taskIds, { ...settings, rehearsalShare: 0 });
  expect(steps(plain)).toHaveLength(6);
});
