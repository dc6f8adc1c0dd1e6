import type { Interval } from '../../src/core/statistics/bootstrap.ts';
import type { Macro } from '../../src/core/analysis/macro.ts';

/** A task's scores in the report of a mixture, 0 to 100. */
export interface MixtureRow {
  readonly id: string;
  readonly cluster: string;
  readonly family: boolean;
  readonly base: number;
  readonly tuned: number;
  readonly majority: number;
}

/** What docs/results.md tells of `docs/results/default-mixture.json`, which cli/train/report.ts writes. */
export interface MixtureResult {
  readonly tokens: number;
  readonly minutes: number;
  readonly tokensPerSecond: number;
  readonly fixed: Macro;
  readonly fixedBase: Macro;
  readonly families: Macro;
  readonly good: number;
  readonly of: number;
  readonly differences: Readonly<Record<string, Interval>>;
  readonly tasks: readonly MixtureRow[];
}
