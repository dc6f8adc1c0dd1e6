import { en } from '../../src/page/i18n/en/index.ts';
import { sizes, type SizeName } from './looks.ts';
import { scenes, type Scene } from './scenes.ts';
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

/**
 * Leads visitors through the scenes and looks at each.
 *
 * @param newVisitor somebody who has not been here yet
 */
export async function walk(
  newVisitor: () => Promise<Visitor>,
  tour: Tour,
  look: Look,
): Promise<void> {
  const { visit, moments } = tour;
  const first = await newVisitor();
  await first.open(visit);
  if (moments.includes('before')) await pass(first, 'before', tour, look);
  if (moments.includes('after')) {
    await first.press(en.transport.train);
    await first.untilFinished(160_000);
    await pass(first, 'after', tour, look);
  }
  await first.page.close();
  if (!moments.includes('during')) return;
  const second = await newVisitor();
  await second.open({ ...visit, settings: { ...visit.settings, ...endless } });
  await second.press(en.transport.train);
  await second.untilTraining();
  await pass(second, 'during', tour, look);
  await second.page.close();
}

async function pass(visitor: Visitor, moment: Moment, tour: Tour, look: Look): Promise<void> {
  const isWanted = ({ name }: Scene): boolean => tour.only?.includes(name) ?? true;
  const wanted = (scenes[moment] as readonly Scene[]).filter(isWanted);
  for (const size of tour.sizes) {
    await visitor.page.setViewportSize(sizes[size]);
    for (const scene of wanted) {
      await scene.enter(visitor);
      await look(scene, size, visitor);
      await scene.leave?.(visitor);
    }
  }
}
