import { median } from '../src/core/statistics/median.ts';
import type { BenchBackend, EngineName, Precision } from './benchEngine.ts';
import type { Speed } from './benchJob.ts';
import type { KernelTime } from './gpuTimes.ts';
import type { Shape, ShapeName } from './shapes.ts';
import { trainingFlops } from './trainingFlops.ts';

/** One engine at one shape: a row of bench/results/*.json. */
export interface BenchRow {
  readonly backend: BenchBackend;
  readonly adapter: string;
  readonly shape: ShapeName;
  readonly precision: Precision;
  readonly engine: EngineName;
  /** Median over the rounds; null where the engine did not run. */
  readonly tokensPerSecond: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** In the order of the rounds: ratios are taken within a round. */
  readonly rounds: readonly (number | null)[];
  readonly firstStepMs: number | null;
  readonly dispatchesPerStep: number | null;
  readonly submitsPerStep: number | null;
  readonly newBuffersPerStep: number | null;
  readonly readbacksPerStep: number | null;
  /** Time by kernel in one step, ms: on the GPU by timestamps, on WASM by the clock. */
  readonly kernelTimes: readonly KernelTime[] | null;
  readonly peakBytes: number | null;
  readonly nParams: number | null;
  /** Achieved training FLOP/s over the adapter's best matrix product in the same run. */
  readonly utilisation: number | null;
  /** Null: not compared. False: the speed does not count. */
  readonly lossParity: boolean | null;
  readonly parityLoss: number | null;
  readonly parityShape: ShapeName | null;
  readonly notes: readonly string[];
}

/** Whether an engine learnt as the reference did. */
export type ParityVerdict = Pick<BenchRow, 'lossParity' | 'parityLoss' | 'parityShape'>;

export interface RowFacts {
  readonly backend: BenchBackend;
  readonly adapter: string;
  readonly shape: Shape;
  readonly precision: Precision;
  readonly engine: EngineName;
  readonly speeds: readonly (Speed | null)[];
  readonly bestFlops: number | null;
  readonly parity: ParityVerdict;
  readonly errors: readonly string[];
}

export function benchRow(facts: RowFacts): BenchRow {
  const { shape, speeds, bestFlops, errors, parity, backend } = facts;
  const done = speeds.filter((speed) => speed !== null);
  const sorted = done.map(({ tokensPerSecond }) => tokensPerSecond).sort((a, b) => a - b);
  const middle = sorted.length ? median(sorted) : null;
  const last = done.at(-1);
  const counts = backend === 'webgpu' ? last?.counts : undefined;
  const flopsPerToken = trainingFlops(shape) / (shape.batchSize * shape.seqLen);
  return {
    backend,
    adapter: facts.adapter,
    shape: shape.name,
    precision: facts.precision,
    engine: facts.engine,
    tokensPerSecond: middle,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    rounds: speeds.map((speed) => speed?.tokensPerSecond ?? null),
    firstStepMs: done.length ? median(done.map(({ firstStepMs }) => firstStepMs)) : null,
    dispatchesPerStep: counts?.dispatches ?? null,
    submitsPerStep: counts?.submits ?? null,
    newBuffersPerStep: counts?.newBuffers ?? null,
    readbacksPerStep: counts?.readbacks ?? null,
    kernelTimes: last?.kernelTimes ?? null,
    peakBytes: last?.peakBytes ?? null,
    nParams: last?.nParams ?? null,
    utilisation: middle !== null && bestFlops ? (middle * flopsPerToken) / bestFlops : null,
    ...parity,
    notes: [...new Set([...(last?.notes ?? []), ...errors])],
  };
}

/** Ours over theirs, round by round: the median of the ratios; null where no round has both. */
export function pairedRatio(ours: BenchRow, theirs: BenchRow): number | null {
  const ratios = ours.rounds.flatMap((speed, round) => {
    const other = theirs.rounds[round];
    return speed !== null && other ? [speed / other] : [];
  });
  return ratios.length ? median(ratios) : null;
}

export interface BenchResults {
  readonly adapter: string;
  readonly driver: string;
  readonly date: string;
  readonly commit: string;
  readonly command: string;
  readonly rows: readonly BenchRow[];
}

/** The newer rows, and the older ones that they say nothing about. */
export function mergedRows(
  older: readonly BenchRow[],
  newer: readonly BenchRow[],
): readonly BenchRow[] {
  const key = (row: BenchRow): string =>
    [row.backend, row.adapter, row.shape, row.precision, row.engine].join('|');
  const replaced = new Set(newer.map(key));
  return [...older.filter((row) => !replaced.has(key(row))), ...newer];
}
