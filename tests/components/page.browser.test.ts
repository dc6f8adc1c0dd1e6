import { afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ShownAnswer, TaskEvaluation } from '../../src/core/protocol/index.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { formatShare } from '../../src/page/i18n/format.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { PlayedTraining } from '../page/fakeApp.ts';
import { eventsOf } from '../page/fakeRun.ts';
import { generation, ok } from '../page/fakeTrainer.ts';
import { openPage } from './openPage.ts';

const training = new PlayedTraining();
const asked: string[] = [];

let app: App;

beforeAll(async () => {
  app = await openPage({
    train: training.train,
    generate: ({ input }) => {
      asked.push(input);
      return ok(generation('yes'));
    },
  });
});

afterEach(() => app.desk.resetFaders());

const desk = page.getByRole('region', { name: en.desk.title, exact: true });
const strip = (name: string) =>
  desk
    .getByRole('listitem')
    .filter({ has: page.getByRole('slider', { name: en.desk.fader(name) }) });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('a fader follows the keys; its share of the mixture stands beside it', async () => {
  const fader = page.getByRole('slider', { name: en.desk.fader('A') });
  await expect.element(fader).toHaveAttribute('aria-valuenow', '50');
  await expect.element(strip('A').getByText(formatShare(0.5))).toBeVisible();
  (fader.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(fader).toHaveAttribute('aria-valuenow', '100');
  await expect
    .element(fader)
    .toHaveAttribute('aria-valuetext', en.desk.faderText(100, formatShare(2 / 3)));
  await userEvent.keyboard('{Home}');
  await expect.element(fader).toHaveAttribute('aria-valuenow', '0');
});

test('a muted task is watched and gives its share to the others', async () => {
  const mute = page.getByRole('button', { name: en.desk.muteOf('A') });
  await mute.click();
  await expect.element(mute).toHaveAttribute('aria-pressed', 'true');
  await expect.element(strip('A').getByText(en.strips.watched)).toBeVisible();
  const other = page.getByRole('slider', { name: en.desk.fader('B') });
  await expect
    .element(other)
    .toHaveAttribute('aria-valuetext', en.desk.faderText(50, formatShare(1)));
  await mute.click();
  await expect
    .element(other)
    .toHaveAttribute('aria-valuetext', en.desk.faderText(50, formatShare(0.5)));
});

test('the palette opens by its keys, finds a command by its words and runs it', async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = page.getByPlaceholder(en.commands.search);
  await field.fill('about');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(page.getByText(en.shell.licenceIs)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(en.shell.licenceIs)).not.toBeInTheDocument();
});

test('a preset is found by its name in the palette, and one level down in the menu', async () => {
  const { setup } = app.desk;
  const preset = (id: string, name: string, its: typeof setup) => ({
    id,
    words: { en: { name, sentence: '' } },
    desk: its,
  });
  const [first, ...others] = setup.tasks;
  app.presets.shipped = [
    preset('quiet', 'A is quiet', { ...setup, tasks: [{ ...first!, level: 10 }, ...others] }),
    preset('even', 'Even', setup),
  ];
  const fader = page.getByRole('slider', { name: en.desk.fader('A') });
  await userEvent.keyboard('{Control>}k{/Control}');
  await page.getByPlaceholder(en.commands.search).fill('quiet');
  await userEvent.keyboard('{Enter}');
  await expect.element(fader).toHaveAttribute('aria-valuenow', '10');
  await press(en.shell.menu);
  const menu = page.getByRole('menuitem', { name: en.presets.choose, exact: true });
  (menu.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  const choice = (name: string) => page.getByRole('menuitemradio', { name, exact: true });
  await expect.element(choice('A is quiet')).toHaveAttribute('aria-checked', 'true');
  await choice('Even').click();
  await expect.element(fader).toHaveAttribute('aria-valuenow', '50');
  await expect.element(menu).not.toBeInTheDocument();
});

test('Try it asks the worker the question of the example and shows what it answered', async () => {
  await page.getByRole('tab', { name: en.tryIt.title, exact: true }).click();
  await press(en.tryIt.askBase);
  await expect.poll(() => asked).toEqual(['one']);
  await expect.element(page.getByText(en.tryIt.stats(2, 5))).toBeVisible();
});

const answer = (exampleId: string, said: string, score: number): ShownAnswer => ({
  taskId: 'a',
  exampleId,
  input: `question ${exampleId}`,
  expected: 'yes',
  answer: said,
  score,
});

const result = (score: number): TaskEvaluation => ({
  taskId: 'a',
  loss: 1,
  metric: 'exactMatch',
  score,
  instances: 2,
  itemScores: [score, score],
});

test('a run moves the page: the base first, then the score and the answers turn, and its end is told', async () => {
  await press(en.transport.train);
  await expect.poll(() => training.request).not.toBeNull();
  const events = eventsOf(training.request!.runId);
  const evaluated = (step: number, score: number, said: string) => ({
    ...events.evaluated(step),
    results: [result(score)],
    answers: [answer('1', said, score)],
  });
  training.say(events.started, events.phase('training'), evaluated(0, 0, 'perhaps'));
  await expect.element(strip('A').getByText('perhaps')).toBeVisible();
  await expect.element(strip('A').getByText(en.answers.verdicts.wrong)).toBeInTheDocument();
  training.say({
    ...{ type: 'changed', runId: training.request!.runId, step: 1, learningRate: 0.002 },
    cause: { kind: 'schedule', settings: [] },
    channels: [{ taskId: 'a', level: 80, isOn: true }],
    mixingRates: { a: 1 },
  });
  const fader = page.getByRole('slider', { name: en.desk.fader('A') });
  await expect
    .element(fader)
    .toHaveAttribute('aria-valuetext', expect.stringContaining(en.desk.faderPlayed(80)));
  await expect.element(fader).toHaveAttribute('aria-valuenow', '50');
  const box = (part: string) => fader.element().querySelector(part)!.getBoundingClientRect();
  expect(box('.ghost').bottom, 'higher up than the cap').toBeLessThan(box('.cap').bottom - 5);
  training.say(events.step(1), events.step(2), evaluated(2, 100, 'yes'));
  await expect.element(strip('A').getByText(en.answers.verdicts.right)).toBeInTheDocument();
  await expect.element(strip('A').getByRole('definition').first()).toHaveTextContent('100');

  await page.getByRole('tab', { name: en.answers.title, exact: true }).click();
  await expect.element(page.getByText(en.answers.score(0, 100)).first()).toBeVisible();
  training.say(events.finished(2));
  training.end({ ok: true, value: null });
  await expect.element(fader).not.toHaveAttribute('title');
  await expect
    .element(page.getByRole('region', { name: en.headline.label }))
    .toHaveTextContent(en.headline.fromTo(0, 100));
});

test('an engine that falls silent is told once, until it answers', async () => {
  const words = page.getByText(en.engine.silent);
  app.engine.isSilent = true;
  await expect.element(words).toBeVisible();
  const told = app.notices.shown;
  await new Promise((frame) => requestAnimationFrame(frame));
  expect(app.notices.shown).toBe(told);
  app.engine.isSilent = false;
  await expect.element(words).not.toBeInTheDocument();
});
