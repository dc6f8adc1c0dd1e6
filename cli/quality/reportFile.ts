import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import type { Figures, Origin, PartName, QualityReport } from './qualityReport.ts';

const path = join(projectRoot, 'docs', 'quality.json');

/** What docs/quality.json tells; empty where there is none. */
export function readReport(file = path): Partial<QualityReport> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<QualityReport>) : {};
}

/** Puts a part's figures into docs/quality.json, with where they come from; all others stay as they are. */
export async function writePart(
  part: PartName,
  figures: Figures,
  origin: Origin,
  file = path,
): Promise<void> {
  const before = readReport(file);
  const measured = { ...before.measured, [part]: origin };
  const report = inOrder({ ...before, ...figures, measured });
  const style = await resolveConfig(path);
  writeFileSync(file, await format(JSON.stringify(report, null, 2), { ...style, parser: 'json' }));
}

function inOrder(found: Partial<QualityReport>): QualityReport {
  return {
    axe: found.axe ?? null,
    lighthouse: found.lighthouse ?? null,
    firstLoadBytes: found.firstLoadBytes ?? null,
    trainPressableMs: found.trainPressableMs ?? null,
    interactionToNextPaintMs: found.interactionToNextPaintMs ?? null,
    longestTaskMs: found.longestTaskMs ?? null,
    framesPerSecond: found.framesPerSecond ?? null,
    firstMinute: found.firstMinute ?? null,
    axeLooks: found.axeLooks ?? null,
    axeMissed: found.axeMissed ?? null,
    measured: found.measured ?? {},
  };
}
