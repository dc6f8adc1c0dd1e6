import { defaultPlan } from '../../../bench/benchPlan.ts';
import { pageEngineNames, type BenchBackend, type EngineName } from '../../../bench/benchEngine.ts';
import { mergedRows, type BenchRow } from '../../../bench/benchRow.ts';
import { runBench } from '../../../bench/runBench.ts';
import { shapeNames, type ShapeName } from '../../../bench/shapes.ts';
import { isSoftwareAdapter } from '../../core/isSoftwareAdapter.ts';

/** What the device offers: no WebGPU, an emulated one, or a real one. */
export type Gpu = 'unknown' | 'none' | 'software' | 'real';

/** The choices of a visitor, the bench that runs, and its rows. */
export class BenchRun {
  gpu: Gpu = $state('unknown');
  shape: ShapeName = $state('B');
  backend: BenchBackend = $state('wasm');
  engines: readonly EngineName[] = $state(pageEngineNames);
  rows: readonly BenchRow[] = $state.raw([]);
  words = $state('');
  done = $state(0);
  isRunning = $state(false);
  readonly shapes = shapeNames;
  #stop: AbortController | undefined;

  /** Asks the device once what it offers. */
  async findGpu(): Promise<void> {
    if (this.gpu !== 'unknown') return;
    const found = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
    this.gpu = !found ? 'none' : isSoftwareAdapter(found.info) ? 'software' : 'real';
    if (this.gpu === 'real') this.backend = 'webgpu';
  }

  toggle(engine: EngineName): void {
    const isIn = this.engines.includes(engine);
    this.engines = pageEngineNames.filter((name) =>
      name === engine ? !isIn : this.engines.includes(name),
    );
  }

  async run(): Promise<void> {
    this.#stop = new AbortController();
    this.isRunning = true;
    const { shape, backend, engines } = this;
    const plan = {
      ...defaultPlan,
      shapes: [shape],
      backends: [backend],
      engines,
      rounds: 3,
      seconds: 2,
    };
    try {
      await runBench(
        plan,
        {
          onProgress: (words, done) => {
            this.words = words;
            this.done = done;
          },
          onRows: (rows) => (this.rows = mergedRows(this.rows, rows)),
        },
        this.#stop.signal,
      );
    } finally {
      this.isRunning = false;
    }
  }

  stop(): void {
    this.#stop?.abort();
  }
}
