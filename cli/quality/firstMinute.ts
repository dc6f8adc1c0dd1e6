import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import type { Figures, FirstMinute } from './qualityReport.ts';

const path = join(projectRoot, 'docs', 'results', 'presets.json');

/** The rows that `npm run presets` measured. */
export function readFirstMinutes(): Figures {
  if (!existsSync(path)) {
    stderr.write('  docs/results/presets.json is not here; npm run presets writes it\n');
    return {};
  }
  const { runs } = JSON.parse(readFileSync(path, 'utf8')) as { runs: readonly FirstMinute[] };
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
