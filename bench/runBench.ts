import type { BenchBackend, EngineName } from './benchEngine.ts';
import type { BenchJob, BenchReply, ResultOf, Speed } from './benchJob.ts';
import { canRun } from './benchPlan.ts';
import type { BenchPlan } from './benchPlan.ts';
import { benchRow } from './benchRow.ts';
import type { BenchRow } from './benchRow.ts';
import { runJob } from './runJob.ts';
import { shapes } from './shapes.ts';
import type { Shape } from './shapes.ts';

export interface BenchEvents {
  /** What runs now, and how much of all is done (0 … 1). */
  onProgress(words: string, done: number): void;
  /** The rows of a shape, again after every round: an interrupted bench keeps what it has. */
  onRows(rows: readonly BenchRow[]): void;
}

const seed = 1;
const parityTolerance = 0.05;
/** Fewer steps show the losses and judge nothing: before it learns, every engine has the same loss. */
const stepsToJudge = 50;

/** Runs a plan in the page, one worker at a time. Settles early, with what is there, when aborted. */
export async function runBench(
  plan: BenchPlan,
  events: BenchEvents,
  signal?: AbortSignal,
): Promise<void> {
  const { backends, rounds, paritySteps } = plan;
  const total =
    backends.length *
    (1 + plan.shapes.length * plan.engines.length * (rounds + (paritySteps ? 1 : 0)));
  let done = 0;
  const job = <K extends keyof ResultOf>(
    words: string,
    what: Extract<BenchJob, { kind: K }>,
  ): Promise<BenchReply<K>> => {
    events.onProgress(words, Math.min(1, done++ / total));
    return runJob<K>(what, plan.jobLimit, signal);
  };
  for (const backend of backends) {
    if (signal?.aborted) return;
    const products = await job(`${backend}: best matrix product`, { kind: 'products', backend });
    for (const name of plan.shapes) await benchShape(shapes[name], backend, products);
  }
  events.onProgress('done', 1);

  async function benchShape(
    shape: Shape,
    backend: BenchBackend,
    products: BenchReply<'products'>,
  ): Promise<void> {
    const { precision, seconds } = plan;
    const engines = plan.engines.filter((engine) => canRun(engine, backend, precision));
    const setup = { shape, backend, precision, seed };
    const speeds = new Map(engines.map((engine) => [engine, [] as (Speed | null)[]]));
    const errors = new Map(engines.map((engine) => [engine, [] as string[]]));
    const parity = await compareLosses(shape, backend, engines);
    for (let round = 0; round < rounds; round++) {
      for (const engine of round % 2 ? engines.toReversed() : engines) {
        if (signal?.aborted) return;
        const words = `${engine} at size ${shape.name} on ${backend}, round ${round + 1} of ${rounds}`;
        const reply = await job(words, { kind: 'speed', engine, setup, seconds });
        speeds
          .get(engine)!
          .push(reply.ok && Number.isFinite(reply.value.loss) ? reply.value : null);
        if (!reply.ok && !signal?.aborted) errors.get(engine)!.push(reply.error);
      }
      events.onRows(engines.map(rowOf));
    }

    function rowOf(engine: EngineName): BenchRow {
      return benchRow({
        backend,
        adapter: products.ok ? products.value.adapter : 'unknown',
        shape,
        precision,
        engine,
        speeds: speeds.get(engine)!,
        bestFlops: products.ok ? products.value.flops : null,
        parity: parity.get(engine) ?? notCompared,
        errors: errors.get(engine)!,
      });
    }
  }

  /** Losses after the same steps; what they must equal is plain TensorFlow.js on WASM. */
  async function compareLosses(
    { name }: Shape,
    backend: BenchBackend,
    engines: readonly EngineName[],
  ): Promise<ReadonlyMap<EngineName, typeof notCompared>> {
    const compared = new Map<EngineName, typeof notCompared>();
    if (!paritySteps) return compared;
    const parityShape = plan.parityShape === 'own' ? name : plan.parityShape;
    const lossOf = (engine: EngineName, at: BenchBackend): Promise<BenchReply<'parity'>> =>
      job(`${engine} at size ${parityShape} on ${at}: losses of ${paritySteps} steps`, {
        kind: 'parity',
        engine,
        setup: {
          shape: shapes[parityShape],
          backend: at,
          precision: at === 'wasm' ? 'fp32' : plan.precision,
          seed,
        },
        steps: paritySteps,
      });
    const reference = await lossOf('tfjs', 'wasm');
    if (!reference.ok) return compared;
    for (const engine of engines) {
      const isReference = engine === 'tfjs' && backend === 'wasm';
      const reply = isReference ? reference : await lossOf(engine, backend);
      if (!reply.ok) continue;
      const { loss } = reply.value;
      const isClose = Math.abs(loss / reference.value.loss - 1) <= parityTolerance;
      const lossParity = paritySteps >= stepsToJudge ? isClose : null;
      compared.set(engine, { lossParity, parityLoss: loss, parityShape });
    }
    return compared;
  }
}

const notCompared: Pick<BenchRow, 'lossParity' | 'parityLoss' | 'parityShape'> = {
  lossParity: null,
  parityLoss: null,
  parityShape: null,
};
