import { isNative } from './benchEngine.ts';
import type { BenchBackend, EngineName } from './benchEngine.ts';
import type { BenchReply, Speed } from './benchJob.ts';
import { canRun } from './benchPlan.ts';
import type { BenchPlan } from './benchPlan.ts';
import { benchRow } from './benchRow.ts';
import type { BenchRow } from './benchRow.ts';
import { benchSeed } from './benchSeed.ts';
import { compareLosses, notCompared } from './compareLosses.ts';
import type { JobRunner } from './jobRunner.ts';
import type { Shape } from './shapes.ts';

/** What the rounds of one engine brought: a speed each, or null and why. */
interface Measured {
  readonly speeds: (Speed | null)[];
  readonly errors: string[];
}

export interface ShapeBench {
  readonly plan: BenchPlan;
  readonly shape: Shape;
  readonly backend: BenchBackend;
  /** What the device can do at best. */
  readonly products: BenchReply<'products'>;
  readonly run: JobRunner;
  readonly onRows: (rows: readonly BenchRow[]) => void;
  readonly signal: AbortSignal | undefined;
}

/** All engines at one shape on one backend: losses first, then rounds in alternating order. */
export async function benchShape(bench: ShapeBench): Promise<void> {
  const { plan, shape, backend, run, signal } = bench;
  const engines = plan.engines.filter((engine) => canRun(engine, backend, plan.precision));
  const measured = new Map(engines.map((engine) => [engine, { speeds: [], errors: [] }]));
  const parity = await compareLosses(plan, shape, backend, engines, run);
  for (let round = 0; round < plan.rounds; round++) {
    for (const engine of round % 2 ? engines.toReversed() : engines) {
      if (signal?.aborted) return;
      await measureSpeed(bench, engine, round, measured.get(engine)!);
    }
    bench.onRows(
      engines.map((engine) =>
        benchRow({
          backend,
          adapter: bench.products.ok ? bench.products.value.adapter : 'unknown',
          shape,
          precision: plan.precision,
          engine,
          ...measured.get(engine)!,
          // What the browser's products reach says nothing of native code.
          bestFlops: bench.products.ok && !isNative(engine) ? bench.products.value.flops : null,
          parity: parity.get(engine) ?? notCompared,
        }),
      ),
    );
  }
}

async function measureSpeed(
  { plan, shape, backend, run, signal }: ShapeBench,
  engine: EngineName,
  round: number,
  { speeds, errors }: Measured,
): Promise<void> {
  const { precision, rounds, seconds } = plan;
  const setup = { shape, backend, precision, seed: benchSeed };
  const words = `${engine} at size ${shape.name} on ${backend}, round ${round + 1} of ${rounds}`;
  const reply = await run(words, { kind: 'speed', engine, setup, seconds });
  speeds.push(reply.ok && Number.isFinite(reply.value.loss) ? reply.value : null);
  if (!reply.ok && !signal?.aborted) errors.push(reply.error);
}
