import { pairedRatio } from './benchRow.ts';
import type { BenchRow } from './benchRow.ts';

const columns = [
  'backend',
  'shape',
  'precision',
  'engine',
  'tokens/s (median, low–high)',
  'ours is',
  'first step',
  'dispatches',
  'submits',
  'new buffers',
  'read-backs',
  'peak',
  'utilisation',
  'parity',
];

/** Rows as a Markdown table; `ours is` compares round by round. Speeds without parity are struck out. */
export function resultsTable(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => cells(row, rows));
  return [columns, columns.map(() => '---'), ...lines]
    .map((line) => `| ${line.join(' | ')} |\n`)
    .join('');
}

function cells(row: BenchRow, rows: readonly BenchRow[]): readonly string[] {
  return [
    row.backend,
    row.shape,
    row.precision,
    row.engine,
    speed(row),
    ratio(row, rows),
    row.firstStepMs === null ? '–' : `${(row.firstStepMs / 1000).toFixed(1)} s`,
    whole(row.dispatchesPerStep),
    whole(row.submitsPerStep),
    whole(row.newBuffersPerStep),
    whole(row.readbacksPerStep),
    row.peakBytes === null ? '–' : `${Math.round(row.peakBytes / 2 ** 20)} MiB`,
    row.utilisation === null ? '–' : `${Math.round(100 * row.utilisation)} %`,
    parity(row),
  ];
}

function speed({ tokensPerSecond, lowest, highest, lossParity, notes }: BenchRow): string {
  if (tokensPerSecond === null) return notes.at(-1)?.replaceAll('|', '/') ?? 'did not run';
  const text = `${whole(tokensPerSecond)} (${whole(lowest)}–${whole(highest)})`;
  return lossParity === false ? `~~${text}~~` : text;
}

function ratio(row: BenchRow, rows: readonly BenchRow[]): string {
  const ours = rows.find((other) => other.engine === 'mixdesk' && isSameRace(other, row));
  if (!ours || ours === row) return '';
  const times = pairedRatio(ours, row);
  return times === null ? '–' : `${times.toFixed(2)} ×`;
}

const isSameRace = (a: BenchRow, b: BenchRow): boolean =>
  a.backend === b.backend &&
  a.adapter === b.adapter &&
  a.shape === b.shape &&
  a.precision === b.precision;

function parity({ lossParity, parityLoss, parityShape, shape }: BenchRow): string {
  if (lossParity === null) return 'not compared';
  const at = parityShape === shape ? '' : ` at ${parityShape}`;
  return `${lossParity ? 'yes' : 'no'} (${parityLoss!.toFixed(3)}${at})`;
}

const whole = (value: number | null): string =>
  value === null ? '–' : Math.round(value).toLocaleString('en-US');
