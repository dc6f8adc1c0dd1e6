import type { Window } from './drawnPoints.ts';

/** Round numbers between two ends, both included, about `most` of them: 0, 20, 40 … or on a log scale 0.1, 0.2, 0.5 … */
export function niceTicks({ from, to }: Window, most: number, isLog = false): number[] {
  if (isLog) return logTicks(from, to, most);
  const stride = strideOf(from, to, most);
  const first = Math.ceil(from / stride - slack);
  const last = Math.floor(to / stride + slack);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    rounded((first + i) * stride),
  );
}

/** The same stretch with round ends, so that an axis begins and ends with a tick. */
export function withRoundEnds({ from, to }: Window, most: number): Window {
  const stride = strideOf(from, to, most);
  const first = Math.floor(from / stride + slack);
  const last = Math.max(first + 1, Math.ceil(to / stride - slack));
  return { from: rounded(first * stride), to: rounded(last * stride) };
}

/** Of a stride: what is so little beyond a tick is on it. */
const slack = 1e-9;
const rounded = (value: number): number => Number(value.toPrecision(12));

/** 1, 2 or 5 times a power of ten. */
function strideOf(from: number, to: number, most: number): number {
  const wanted = (to - from) / most || Math.abs(to) || 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5].find((one) => one * power >= wanted * (1 - slack)) ?? 10;
  return factor * power;
}

/** 1, 2 and 5 of each decade, its 1 alone, or those of every so many decades, whichever is few enough. */
function logTicks(from: number, to: number, most: number): number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const within = (factors: readonly number[], stride: number): number[] =>
    powers
      .filter((power) => power % stride === 0)
      .flatMap((power) => factors.map((factor) => rounded(factor * 10 ** power)))
      .filter((tick) => tick >= from * (1 - slack) && tick <= to * (1 + slack));
  const finest = within([1, 2, 5], 1);
  if (finest.length <= most) return finest;
  return within([1], Math.ceil((last - first) / most));
}
