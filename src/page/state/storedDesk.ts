import {
  liftDesk,
  nothingRestored,
  restoreDesk,
  type RestoredDesk,
} from '../../core/desk/restoreDesk.ts';
import { readStored } from './persisted.svelte.ts';

/** Where the desk is kept between visits; earlier its parts had keys of their own. */
export const deskKey = 'desk';
const oldKeys = ['model', 'settings', 'faders', 'buses'] as const;

/** What an earlier visit has left. */
export function storedDesk(): RestoredDesk {
  const stored = readStored(deskKey, restoreDesk);
  if (stored) return stored;
  const [model, settings, faders, buses] = oldKeys.map((key) => readStored(key, (raw) => raw));
  return liftDesk({ model, settings, faders, buses }) ?? nothingRestored;
}
