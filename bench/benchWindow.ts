import type { BenchPlan } from './benchPlan.ts';
import type { BenchEvents } from './runBench.ts';

declare global {
  /** What the Engine page offers to the program that drives it, and what that hands to the page. */
  interface Window {
    bench: { run(plan: BenchPlan, events: BenchEvents): Promise<void> };
    benchProgress: BenchEvents['onProgress'];
    benchRows: BenchEvents['onRows'];
  }
}
