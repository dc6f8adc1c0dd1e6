import type { Fit } from '../tokens/encode.ts';
import type { FitCounts } from '../tokens/fitCounts.ts';

/** Examples of `from` tokens and more, up to those of the next bar. */
export interface LengthBar {
  readonly from: number;
  readonly count: number;
}

/** How long a task's examples are, with their instruction and answer, against the row that a model reads. */
export interface LengthReport {
  /** Tokens of a row. */
  readonly seqLen: number;
  /** Examples that were measured: all, or where there are very many of them an even part. */
  readonly measured: number;
  readonly examples: number;
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
  /** Tokens from one bar to the next. */
  readonly barWidth: number;
  /** From 0; the last has also all that are longer. */
  readonly bars: readonly LengthBar[];
  /** Of those that were measured. */
  readonly fits: FitCounts;
}

/** One example in tokens, and how it lies in a row. */
export interface MeasuredExample {
  readonly tokens: number;
  readonly fit: Fit;
}

const mostBars = 32;
/** Bars end at so many rows, so that one endless example does not press all others together. */
const rowsShown = 3;

/** Bars over the lengths of examples. With none of them all is 0. */
export function lengthReport(
  measured: readonly MeasuredExample[],
  examples: number,
  seqLen: number,
): LengthReport {
  const lengths = measured.map(({ tokens }) => tokens).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const end = Math.min(longest + 1, rowsShown * seqLen);
  const barWidth = stepFor(end / mostBars);
  const counts = new Array<number>(Math.ceil(end / barWidth)).fill(0);
  for (const length of lengths)
    counts[Math.min(counts.length - 1, Math.floor(length / barWidth))]!++;
  const fits = { fits: 0, cut: 0, cannotFit: 0 };
  for (const { fit } of measured) fits[fit]++;
  return {
    seqLen,
    measured: measured.length,
    examples,
    shortest: lengths[0] ?? 0,
    median: lengths[Math.floor(lengths.length / 2)] ?? 0,
    longest,
    barWidth,
    bars: counts.map((count, i) => ({ from: i * barWidth, count })),
    fits,
  };
}

/** 1, 2, 4, 8 …: the least power of two that is not below. */
const stepFor = (least: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(least)));
