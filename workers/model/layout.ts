import type { BlockPlan, TensorPlan } from '../../src/core/families/family.ts';
import { arenaSize } from '../memory/arena.ts';

/** One tensor of a checkpoint: where it lies in the flat vector of all parameters. */
export interface ParamSpec extends TensorPlan {
  readonly offset: number;
  readonly size: number;
  /** The block that it is a part of. */
  readonly plan: BlockPlan;
}

/** What the model uses as one: checkpoint tensors that lie one behind the other. */
export interface BlockSpec {
  readonly plan: BlockPlan;
  readonly shape: readonly number[];
  readonly offset: number;
}

/** Where everything lies in one flat vector. Blocks start at multiples of the arena's grain. */
export interface ParamLayout {
  readonly specs: readonly ParamSpec[];
  /** Each with memory of its own. */
  readonly blocks: readonly BlockSpec[];
  /** Further blocks, which share the memory of `blocks[of]`. */
  readonly ties: readonly TiedBlock[];
  /** Length of the flat vector, gaps included. */
  readonly flatLength: number;
  /** Number of parameters. */
  readonly nParams: number;
}

export interface TiedBlock extends BlockSpec {
  readonly of: number;
}

/** Matrices and embeddings take weight decay, gains and biases do not. */
export const takesDecay = ({ role }: BlockPlan): boolean =>
  role === 'matrix' || role === 'embedding';

/** The blocks one behind the other. */
export function laidOut(plans: readonly BlockPlan[]): ParamLayout {
  const specs: ParamSpec[] = [];
  const blocks: BlockSpec[] = [];
  let end = 0;
  for (const plan of plans.filter(({ tiedTo }) => tiedTo === undefined)) {
    let offset = arenaSize(end);
    const rows = plan.tensors.reduce((sum, { shape }) => sum + shape[0]!, 0);
    blocks.push({ plan, shape: [rows, ...plan.tensors[0]!.shape.slice(1)], offset });
    for (const tensor of plan.tensors) {
      const size = tensor.shape.reduce((product, length) => product * length, 1);
      specs.push({ ...tensor, offset, size, plan });
      offset += size;
    }
    end = offset;
  }
  const nParams = specs.reduce((sum, { size }) => sum + size, 0);
  return { specs, blocks, ties: tiesOf(plans, blocks), flatLength: arenaSize(end), nParams };
}

/** @throws Error when a plan is tied to a block that is not there. */
function tiesOf(plans: readonly BlockPlan[], blocks: readonly BlockSpec[]): TiedBlock[] {
  return plans.flatMap((plan) => {
    if (plan.tiedTo === undefined) return [];
    const of = blocks.findIndex((block) => block.plan.key === plan.tiedTo);
    if (of < 0)
      throw new Error(`layout: "${plan.key}" is tied to "${plan.tiedTo}", which is no block`);
    return [{ plan, of, shape: blocks[of]!.shape, offset: blocks[of]!.offset }];
  });
}

/** Every block under its key, the tied ones last: the order of a `Trainable`'s tensors. */
export const allBlocks = ({ blocks, ties }: ParamLayout): readonly BlockSpec[] => [
  ...blocks,
  ...ties,
];
