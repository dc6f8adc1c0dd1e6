import type { Locator } from 'playwright';
import { en } from '../../src/page/i18n/en/index.ts';
import type { SizeName } from './looks.ts';
import type { Visitor } from './visitor.ts';

/** A view in a state that a visitor can bring about. */
export interface Scene {
  readonly name: string;
  /** Windows that have it, if not all. */
  readonly sizes?: readonly SizeName[];
  enter(visitor: Visitor): Promise<void>;
  /** Back to where the scene began. */
  leave?(visitor: Visitor): Promise<void>;
}

const escape = ({ page }: Visitor): Promise<void> => page.keyboard.press('Escape');

/** Where there is little room the desk shows one part at a time. */
async function toPart({ page }: Visitor, part: string): Promise<void> {
  const choice = page.getByRole('radio', { name: part, exact: true });
  if (await choice.isVisible()) await choice.click();
}

export async function toDesk(visitor: Visitor): Promise<void> {
  await visitor.goTo('#/desk');
  await visitor.page.getByRole('region', { name: en.transport.label }).waitFor();
  await toPart(visitor, en.desk.title);
}

const desk: Scene = { name: 'desk', enter: toDesk };
const curves: Scene = { name: 'curves', enter: (visitor) => toPart(visitor, en.curves.title) };
const answers: Scene = { name: 'answers', enter: (visitor) => visitor.turnTo(en.answers.title) };
const nextBatch: Scene = {
  name: 'next-batch',
  enter: (visitor) => visitor.turnTo(en.nextBatch.title),
};

const asked: Scene = {
  name: 'asked',
  async enter(visitor) {
    const { page } = visitor;
    await visitor.turnTo(en.tryIt.title);
    await visitor.askButton().click();
    const count = page.getByText(/\d tokens? in /);
    await count.first().waitFor();
  },
};

const exam: Scene = { name: 'exam', enter: (visitor) => visitor.turnTo(en.exam.title) };

const settings: Scene = {
  name: 'settings',
  async enter(visitor) {
    await toDesk(visitor);
    await visitor.press(en.desk.allSettings);
  },
  leave: escape,
};

/** What opens over the desk by a button of that name. */
const overDesk = (name: string, button: RegExp): Scene => ({
  name,
  async enter(visitor) {
    await toDesk(visitor);
    await visitor.page.getByRole('button', { name: button }).click();
  },
  leave: escape,
});

const muteAndSolo: Scene = {
  name: 'mute-and-solo',
  async enter(visitor) {
    await toDesk(visitor);
    await pressBoth(visitor);
  },
  leave: pressBoth,
};

/** Two strips that are played together. */
const selected: Scene = {
  name: 'strips-selected',
  async enter(visitor) {
    await toDesk(visitor);
    await visitor.command(en.commands.names.selectStrips);
    for (const task of ['Find the people', 'Review rating'])
      await visitor.press(en.strips.pick(task));
  },
  leave: escape,
};

async function pressBoth({ page }: Visitor): Promise<void> {
  await page
    .getByRole('button', { name: /^Mute / })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Solo / })
    .nth(1)
    .click();
}

const command = (name: string, words: string): Scene => ({
  name,
  enter: (visitor) => visitor.command(words),
  leave: escape,
});

const data: Scene = {
  name: 'data',
  async enter(visitor) {
    await visitor.goTo('#/data');
    await visitor.page.getByRole('searchbox', { name: en.library.search }).waitFor();
  },
};

/** An example whole beside its table. */
const dataExample: Scene = {
  name: 'data-example',
  async enter(visitor) {
    await data.enter(visitor);
    const { page } = visitor;
    await page.getByRole('searchbox', { name: en.library.search }).fill('find the people');
    await page.getByRole('button', { name: /^Find the people/ }).click();
    await page.getByRole('grid').getByRole('row').nth(3).click();
    await page.getByRole('region', { name: /^Example \d/ }).waitFor();
    await page.getByRole('img', { name: en.data.lengths }).waitFor();
  },
  async leave({ page }) {
    await page.getByRole('button', { name: en.data.closeWhole }).click();
    const back = page.getByRole('button', { name: en.data.back });
    if (await back.isVisible()) await back.click();
    await page.getByRole('searchbox', { name: en.library.search }).fill('');
  },
};

const palette: Scene = {
  name: 'palette',
  enter: ({ page }) => page.keyboard.press('ControlOrMeta+k'),
  leave: escape,
};

const menu: Scene = {
  name: 'menu',
  enter: (visitor) => visitor.press(en.shell.menu),
  leave: escape,
};

const table: Scene = {
  name: 'table',
  async enter(visitor) {
    await toPart(visitor, en.curves.title);
    await visitor.shapeCurves('table');
  },
  leave: (visitor) => visitor.shapeCurves('overlay'),
};

const smallPlots: Scene = {
  name: 'small-plots',
  async enter(visitor) {
    await toPart(visitor, en.curves.title);
    await visitor.shapeCurves('multiples');
  },
  leave: (visitor) => visitor.shapeCurves('overlay'),
};

const engine: Scene = {
  name: 'engine',
  async enter(visitor) {
    await visitor.goTo('#/engine');
    await visitor.page.getByRole('heading', { name: en.bench.title }).waitFor();
  },
  leave: toDesk,
};

/** What the curves' tool with this name opens. */
const curveTool = (name: string, button: string | RegExp): Scene => ({
  name,
  async enter(visitor) {
    await toDesk(visitor);
    await toPart(visitor, en.curves.title);
    const panel = visitor.page.getByRole('region', { name: en.curves.title });
    await panel.getByRole('button', { name: button, exact: true }).click();
    await visitor.page.getByRole('dialog').waitFor();
  },
  leave: escape,
});

/** A run has no other name on the key that chooses among runs. */
const runName = /^[a-z]+-[a-z]+-\d+$/;

/** A technical word, explained. */
const term: Scene = {
  name: 'term',
  sizes: ['desktop'],
  async enter(visitor) {
    await toDesk(visitor);
    await visitor.page.locator('.term:visible').first().press('Enter');
    await visitor.page.getByRole('dialog').waitFor();
  },
  leave: escape,
};

const timelineOf = ({ page }: Visitor): Locator =>
  page.getByRole('region', { name: en.schedule.title });
const timelineKey = (visitor: Visitor): Locator => visitor.button(en.schedule.title);

/** The fader schedule, open. */
const timeline: Scene = {
  name: 'timeline',
  async enter(visitor) {
    await toDesk(visitor);
    await timelineKey(visitor).click();
  },
  leave: (visitor) => timelineKey(visitor).click(),
};

/** The fader schedule with a move in it, its table open too. */
const timelineDrawn: Scene = {
  name: 'timeline-drawn',
  async enter(visitor) {
    await timeline.enter(visitor);
    const section = timelineOf(visitor);
    await section
      .getByRole('button', { name: /^Add a point to/ })
      .first()
      .click();
    await section.locator('summary').click();
  },
  async leave(visitor) {
    await timelineOf(visitor).getByRole('button', { name: en.schedule.clear }).click();
    await timelineKey(visitor).click();
  },
};

/** An exam of ten questions of which so many are marked. */
const examWith = (name: string, nMarks: number): Scene => ({
  name,
  async enter(visitor) {
    await visitor.turnTo(en.exam.title);
    const again = visitor.button(en.exam.again);
    if (await again.isVisible()) await again.click();
    const begin = visitor.button(en.exam.begin);
    if (await begin.isVisible()) {
      await visitor.page.getByRole('radio', { name: '10', exact: true }).click();
      await begin.click();
    }
    const next = visitor.button(en.exam.next).and(visitor.page.locator(':enabled'));
    for (let n = await nMarked(visitor); n < nMarks; n++) {
      await next.click();
      await visitor.page.getByText(en.exam.questionOf(n + 1, 10)).waitFor();
    }
    await next.or(again).waitFor();
  },
});

/** Marks of the exam so far; the question that is being asked has one when it is answered. */
async function nMarked({ page }: Visitor): Promise<number> {
  const words = await page.getByText(/^Question \d+ of 10$/).innerText();
  return Number.parseInt(words.replace(/\D+/, ''), 10);
}

/** Large, for a lecture. */
const projected = (scene: Scene): Scene => ({
  name: `${scene.name}-projected`,
  async enter(visitor) {
    await visitor.command(en.commands.names.projector);
    await scene.enter(visitor);
  },
  leave: (visitor) => visitor.command(en.commands.names.projector),
});

/** Views and states by the moment of a run at which they are looked at. */
export const scenes = {
  before: [
    desk,
    curves,
    answers,
    asked,
    exam,
    nextBatch,
    settings,
    muteAndSolo,
    selected,
    overDesk('presets', new RegExp(`^${en.presets.choose}`)),
    overDesk('mixture', new RegExp(`^${en.mixture.open}`)),
    overDesk('mix-rules', new RegExp(`^${en.desk.mix}:`)),
    palette,
    menu,
    command('library', en.commands.names.library),
    command('shortcuts', en.commands.names.shortcuts),
    command('glossary', en.commands.names.glossary),
    command('kept-runs', en.commands.names.keptRuns),
    command('class-link', en.commands.names.classLink),
    command('about', en.commands.names.about),
    command('engine-details', en.commands.names.engineDetails),
    term,
    timeline,
    timelineDrawn,
    projected(desk),
    projected(curves),
    data,
    dataExample,
    command('paste', en.commands.names.paste),
    engine,
  ],
  after: [
    { ...desk, name: 'finished' },
    { ...curves, name: 'curves-after' },
    { ...answers, name: 'answers-after' },
    { ...asked, name: 'asked-after' },
    table,
    smallPlots,
    examWith('exam-marks', 3),
    examWith('exam-result', 10),
    curveTool('curve-lines', /^Lines \d/),
    curveTool('curve-view', en.curves.options),
    curveTool('curve-export', en.curves.export),
    { ...projected(desk), name: 'finished-projected' },
    { ...projected(curves), name: 'curves-after-projected' },
    { ...engine, name: 'engine-after' },
  ],
  again: [curveTool('curve-runs', runName)],
  during: [
    { ...desk, name: 'training' },
    { ...curves, name: 'curves-training' },
    { ...answers, name: 'answers-training' },
    { ...timeline, name: 'timeline-training' },
    { ...projected(desk), name: 'training-projected' },
  ],
} satisfies Record<string, readonly Scene[]>;
