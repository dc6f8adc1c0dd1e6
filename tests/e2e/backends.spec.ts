import { en } from '../../src/page/i18n/en/index.ts';
import { openHeadless, steps, trainHeadless } from './headless.ts';
import { expect, test } from './site.ts';
import { told } from '../../cli/told.ts';

const taskIds = ['sum_story', 'rate_stars', 'code_py_js', 'ner_people'];
const short = { batchSize: 4, seqLen: 128, trainTokens: 4 * 128 * 10, metricInstances: 0 };

test('nano trains for a few steps on the page on WebGPU', async ({ desk }) => {
  const settings = { ...short, trainTokens: 4 * 128 * 4, evalInstances: 2, evalEvery: 4 };
  await desk.open({ backend: 'webgpu', model: 'nano', settings });
  await expect(desk.page.getByText(en.engine.backends.webgpu).first()).toBeVisible();
  await desk.press(en.transport.train);
  await desk.untilFinished(170_000);
  expect(await desk.step()).toBe(4);
});

test('small loads and trains for two steps on the page on WASM', async ({ desk }) => {
  const settings = { ...short, batchSize: 2, trainTokens: 2 * 128 * 2, evalInstances: 1 };
  await desk.open({ backend: 'wasm', model: 'small', settings });
  await desk.press(en.transport.train);
  await desk.untilFinished(150_000);
  expect(await desk.step()).toBe(2);
});

test('the first ten losses of nano on WebGPU agree with those on WASM to 1%', async ({
  page,
  siteUrl,
}) => {
  const settings = { ...short, evalInstances: 1, evalEvery: 100_000 };
  await openHeadless(page, siteUrl, 'wasm', taskIds);
  const onWasm = steps(await trainHeadless(page, taskIds, settings));
  await openHeadless(page, siteUrl, 'webgpu', taskIds);
  const onWebgpu = steps(await trainHeadless(page, taskIds, settings));
  expect(onWasm).toHaveLength(10);
  expect(onWebgpu).toHaveLength(10);
  const gaps = onWasm.map(({ loss }, i) => Math.abs(onWebgpu[i]!.loss / loss - 1));
  expect(Math.max(...gaps)).toBeLessThan(0.01);
});

test('an exam takes the place of its task and asks other questions', async ({ page, siteUrl }) => {
  const [task] = await openHeadless(page, siteUrl, 'wasm', ['qa_who']);
  const exam = await page.evaluate(() => window.mixdesk.loadExam('qa_who'));
  if (!exam.ok) throw new Error(told(exam.error));
  const [asExam] = exam.value;
  expect(asExam!.id).toBe('qa_who');
  const asked = new Set(task!.samples.map(({ input }) => input));
  expect(asExam!.samples.length).toBeGreaterThan(50);
  expect(asExam!.samples.filter(({ input }) => asked.has(input))).toEqual([]);
});
