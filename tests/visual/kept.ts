import { join } from 'node:path';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';

/** The pictures that the main views are compared with, reduced. */
export const keptFolder = join(projectRoot, 'tests', 'visual', 'kept');

export const keptPath = (name: string): string => join(keptFolder, `${name}.png`);
