import { randomStream } from '../../../src/core/random.ts';
import type { Attrs, NamedNumbers } from '../../../workers/kernels/publicCall.ts';

/** Inputs of a definition: float32 values in double precision, and whole numbers. */
export type Doubles = Readonly<Record<string, Float64Array>>;

/** An operation in plain loops in double precision: all its outputs, flat. */
export type Definition = (inputs: Doubles, attrs: Attrs, shapes: Shapes) => Float64Array[];
export type Shapes = Readonly<Record<string, readonly number[]>>;

/** Some elements of a gradient. */
export interface Slopes {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

const mostPlaces = 24;

/** Applies a definition to numbers as a kernel gets them. */
export function defined(define: Definition, inputs: NamedNumbers, attrs: Attrs): Float64Array[] {
  return define(doublesOf(inputs), attrs, shapesOf(inputs));
}

/**
 * Central differences of Σ dy·output with respect to elements of one input: the first, the last,
 * and others at random.
 */
export function slopes(
  define: Definition,
  { inputs, attrs }: { inputs: NamedNumbers; attrs: Attrs },
  name: string,
  dys: readonly ArrayLike<number>[],
): Slopes {
  const doubles = doublesOf(inputs);
  const shapes = shapesOf(inputs);
  const values = doubles[name]!;
  const reach = 1e-5 * (values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1);
  const shifted = (at: number, by: number): Float64Array[] => {
    const moved = values.slice();
    moved[at]! += by;
    return define({ ...doubles, [name]: moved }, attrs, shapes);
  };
  const places = somePlaces(values.length);
  const slopeAt = (at: number): number => {
    const [up, down] = [shifted(at, reach), shifted(at, -reach)];
    // Differences first: sums over all outputs would drown them.
    const total = dys.reduce((sum, dy, k) => sum + weighted(dy, up[k]!, down[k]!), 0);
    return total / (2 * reach);
  };
  return { places, values: places.map(slopeAt) };
}

function weighted(dy: ArrayLike<number>, up: Float64Array, down: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < up.length; i++) sum += dy[i]! * (up[i]! - down[i]!);
  return sum;
}

function somePlaces(length: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  if (length <= mostPlaces) return all;
  const picked = randomStream(1, 'places', length).sample(all.slice(1, -1), mostPlaces - 2);
  return [0, ...picked, length - 1];
}

const doublesOf = (inputs: NamedNumbers): Doubles =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, { values }]) => [name, Float64Array.from(values)]),
  );
const shapesOf = (inputs: NamedNumbers): Shapes =>
  Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape]));
