import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import type { Figures, FirstMinute } from './qualityReport.ts';

/** Written by `npm run presets`, from the project's root. */
export const presetResults = 'docs/results/presets.json';

/** The rows that stand there; throws where there is no such file. */
export function readFirstMinutes(): Figures {
  const text = readFileSync(join(projectRoot, presetResults), 'utf8');
  const { runs } = JSON.parse(text) as { runs: readonly FirstMinute[] };
  return {
    firstMinute: runs.map(({ preset, seed, seconds, macro, worst }) => ({
      preset,
      seed,
      seconds,
      macro,
      worst,
    })),
  };
}
