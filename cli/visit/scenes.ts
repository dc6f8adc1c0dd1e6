import { en } from '../../src/page/i18n/en/index.ts';
import type { Visitor } from './visitor.ts';

/** A view in a state that a visitor can bring about. */
export interface Scene {
  readonly name: string;
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

async function toDesk(visitor: Visitor): Promise<void> {
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
    await visitor.button(en.tryIt.askBase).or(visitor.button(en.tryIt.ask)).click();
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
    overDesk('presets', new RegExp(`^${en.presets.choose}`)),
    overDesk('mixture', new RegExp(`^${en.mixture.open}`)),
    overDesk('mix-rules', new RegExp(`^${en.desk.mix}:`)),
    palette,
    menu,
    command('library', en.commands.names.library),
    command('shortcuts', en.commands.names.shortcuts),
    command('glossary', en.commands.names.glossary),
    command('about', en.commands.names.about),
    command('engine-details', en.commands.names.engineDetails),
    data,
    engine,
  ],
  after: [
    { ...desk, name: 'finished' },
    { ...curves, name: 'curves-after' },
    { ...answers, name: 'answers-after' },
    { ...asked, name: 'asked-after' },
    table,
    smallPlots,
    { ...engine, name: 'engine-after' },
  ],
  during: [
    { ...desk, name: 'training' },
    { ...curves, name: 'curves-training' },
    { ...answers, name: 'answers-training' },
  ],
} satisfies Record<string, readonly Scene[]>;
