import type { Settings } from '../../src/core/settings/table.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { scenes, type Scene } from './scenes.ts';
import type { Visitor } from './visitor.ts';

type Moment = keyof typeof scenes;

/** `nano` learns for some seconds. */
const short: Partial<Settings> = { trainTokens: 4096 * 20, evalEvery: 5 };
/** … and longer than anybody looks. */
const long: Partial<Settings> = { ...short, trainTokens: 4096 * 2000 };

/**
 * Leads visitors through every scene and looks at each.
 *
 * @param newVisitor somebody who has not been here yet
 */
export async function walk(
  newVisitor: () => Promise<Visitor>,
  look: (scene: Scene, visitor: Visitor, moment: Moment) => Promise<void>,
): Promise<void> {
  const pass = async (visitor: Visitor, moment: Moment): Promise<void> => {
    for (const scene of scenes[moment] as readonly Scene[]) {
      await scene.enter(visitor);
      await look(scene, visitor, moment);
      await scene.leave?.(visitor);
    }
  };
  const first = await newVisitor();
  await first.open({ backend: 'wasm', model: 'nano', settings: short });
  await pass(first, 'before');
  await first.press(en.transport.train);
  await first.untilFinished(120_000);
  await pass(first, 'after');
  await first.page.close();

  const second = await newVisitor();
  await second.open({ backend: 'wasm', model: 'nano', settings: long });
  await second.press(en.transport.train);
  await second.untilTraining();
  await pass(second, 'during');
  await second.page.close();
}
