import type { BenchPlan } from './benchPlan.ts';
import type { BenchBackend } from './benchEngine.ts';
import type { BenchJob, BenchReply } from './benchJob.ts';
import type { GrowthPoint } from './growthPoints.ts';
import type { BenchEvents } from './runBench.ts';
import type { GrowthPlan } from './runGrowth.ts';

declare global {
  /** What the Engine view offers to the program that drives it, and what that hands to the page. */
  interface Window {
    bench: {
      run(plan: BenchPlan, events: BenchEvents): Promise<void>;
      answers(backend: BenchBackend): Promise<BenchReply<'answers'>>;
      mixture(backend: BenchBackend, nBatches: number): Promise<BenchReply<'mixture'>>;
      evaluations(preset: string, trainTokens?: number): Promise<BenchReply<'evaluations'>>;
      growth(plan: GrowthPlan, onProgress: (words: string) => void): Promise<GrowthPoint[]>;
    };
    /** Runs a job of a native engine; absent where nothing drives the page. */
    benchNative?: (job: BenchJob, limitSeconds: number) => Promise<BenchReply>;
    benchProgress: BenchEvents['onProgress'];
    benchRows: BenchEvents['onRows'];
  }
}
