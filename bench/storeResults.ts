import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/build/ensureBuilt.ts';
import { mergedRows } from './benchRow.ts';
import type { BenchResults } from './benchRow.ts';

export const resultsFolder = join(projectRoot, 'bench', 'results');
const latest = join(resultsFolder, 'latest.json');

/** Stores a run under its adapters and date, and merges its rows into latest.json. */
export function storeResults(run: Omit<BenchResults, 'adapter'>): void {
  if (!run.rows.length) return;
  mkdirSync(resultsFolder, { recursive: true });
  const adapter = [...new Set(run.rows.map((row) => row.adapter))].join('; ');
  const slug = adapter.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  merge(join(resultsFolder, `${slug}-${run.date}.json`), { ...run, adapter });
  merge(latest, { ...run, adapter });
}

/** Later part-runs (other shapes, another backend) add their rows to those there. */
function merge(path: string, run: BenchResults): void {
  const older = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchResults) : null;
  const rows = mergedRows(older?.rows ?? [], run.rows);
  const adapter = [...new Set(rows.map((row) => row.adapter))].join('; ');
  writeFileSync(path, `${JSON.stringify({ ...run, adapter, rows }, null, 2)}\n`);
}
