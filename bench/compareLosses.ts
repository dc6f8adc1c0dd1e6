import type { BenchBackend, EngineName } from './benchEngine.ts';
import type { BenchReply } from './benchJob.ts';
import type { BenchPlan } from './benchPlan.ts';
import type { ParityVerdict } from './benchRow.ts';
import type { JobRunner } from './jobRunner.ts';
import { benchSeed } from './benchSeed.ts';
import { shapes } from './shapes.ts';
import type { Shape } from './shapes.ts';

const tolerance = 0.05;
/** Fewer steps show the losses and judge nothing: before it learns, every engine has the same loss. */
const stepsToJudge = 50;

export const notCompared: ParityVerdict = { lossParity: null, parityLoss: null, parityShape: null };

/** Losses of engines after the same steps; what they must equal is plain TensorFlow.js on WASM. */
export async function compareLosses(
  plan: BenchPlan,
  { name }: Shape,
  backend: BenchBackend,
  engines: readonly EngineName[],
  run: JobRunner,
): Promise<ReadonlyMap<EngineName, ParityVerdict>> {
  const { paritySteps: steps } = plan;
  const compared = new Map<EngineName, ParityVerdict>();
  if (!steps) return compared;
  const parityShape = plan.parityShape === 'own' ? name : plan.parityShape;
  const lossOf = (engine: EngineName, at: BenchBackend): Promise<BenchReply<'parity'>> => {
    const precision = at === 'wasm' ? 'fp32' : plan.precision;
    const setup = { shape: shapes[parityShape], backend: at, precision, seed: benchSeed } as const;
    const words = `${engine} at size ${parityShape} on ${at}: losses of ${steps} steps`;
    return run(words, { kind: 'parity', engine, setup, steps });
  };
  const reference = await lossOf('tfjs', 'wasm');
  if (!reference.ok) return compared;
  for (const engine of engines) {
    const isReference = engine === 'tfjs' && backend === 'wasm';
    const reply = isReference ? reference : await lossOf(engine, backend);
    if (!reply.ok) continue;
    const { loss } = reply.value;
    const isClose = Math.abs(loss / reference.value.loss - 1) <= tolerance;
    const lossParity = steps >= stepsToJudge ? isClose : null;
    compared.set(engine, { lossParity, parityLoss: loss, parityShape });
  }
  return compared;
}
