import { en } from '../../src/page/i18n/en/index.ts';
import { sizes, type SizeName } from './looks.ts';
import { scenes, toDesk, type Scene } from './scenes.ts';
import type { Visit, Visitor } from './visitor.ts';

export type Moment = keyof typeof scenes;

export interface Tour {
  /** Window sizes; every scene is looked at in each. */
  readonly sizes: readonly SizeName[];
  /** How the page is visited; the run of this visit is awaited. */
  readonly visit: Visit;
  /** Moments that are of interest. */
  readonly moments: readonly Moment[];
  /** Names of the scenes, if not all are looked at. */
  readonly only?: readonly string[];
}

/** `nano` learns for some seconds. */
export const shortVisit: Visit = {
  backend: 'wasm',
  model: 'nano',
  settings: { trainTokens: 4096 * 20, evalEvery: 5 },
};
/** A run that is longer than anybody looks. */
const endless = { trainTokens: 4096 * 5000, evalEvery: 5 };

export type Look = (scene: Scene, size: SizeName, visitor: Visitor) => Promise<void>;

/** What happens when a scene, or all of a moment, was not reached. The walk goes on unless it throws. */
export type Miss = (where: string, error: unknown) => void;

const stopThere: Miss = (_, error) => {
  throw error;
};

/**
 * Leads visitors through the scenes and looks at each.
 *
 * @param newVisitor somebody who has not been here yet
 */
export async function walk(
  newVisitor: () => Promise<Visitor>,
  tour: Tour,
  look: Look,
  miss: Miss = stopThere,
): Promise<void> {
  const { visit, moments } = tour;
  const passing = (visitor: Visitor, moment: Moment): Promise<void> =>
    moments.includes(moment) ? pass(visitor, moment, tour, look, miss) : Promise.resolve();
  await meet(newVisitor, visit, miss, async (visitor) => {
    await passing(visitor, 'before');
    if (!moments.includes('after') && !moments.includes('again')) return;
    await visitor.press(en.transport.train);
    await visitor.untilFinished(160_000);
    await passing(visitor, 'after');
    if (!moments.includes('again')) return;
    await visitor.trainAgain(160_000);
    await passing(visitor, 'again');
  });
  if (!moments.includes('during')) return;
  const long = { ...visit, settings: { ...visit.settings, ...endless } };
  await meet(newVisitor, long, miss, async (visitor) => {
    await visitor.press(en.transport.train);
    await visitor.untilTraining();
    await passing(visitor, 'during');
  });
}

async function meet(
  newVisitor: () => Promise<Visitor>,
  visit: Visit,
  miss: Miss,
  act: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const visitor = await newVisitor();
  try {
    await visitor.open(visit);
    await act(visitor);
  } catch (error) {
    miss('what follows', error);
  } finally {
    await visitor.page.close();
  }
}

async function pass(
  visitor: Visitor,
  moment: Moment,
  tour: Tour,
  look: Look,
  miss: Miss,
): Promise<void> {
  const isWanted = ({ name }: Scene): boolean => tour.only?.includes(name) ?? true;
  const wanted = (scenes[moment] as readonly Scene[]).filter(isWanted);
  for (const size of tour.sizes) {
    await visitor.page.setViewportSize(sizes[size]);
    for (const scene of wanted) {
      if (scene.sizes && !scene.sizes.includes(size)) continue;
      try {
        await scene.enter(visitor);
        await look(scene, size, visitor);
        await scene.leave?.(visitor);
      } catch (error) {
        miss(`${scene.name}, ${size}`, error);
        await wayOut(visitor, scene);
      }
    }
  }
}

/** What a scene that was not reached had opened is no longer in the way of the next one. */
async function wayOut(visitor: Visitor, scene: Scene): Promise<void> {
  try {
    await scene.leave?.(visitor);
  } catch {
    // It had not come so far that there was anything to leave.
  }
  await visitor.page.keyboard.press('Escape');
  await toDesk(visitor);
}
