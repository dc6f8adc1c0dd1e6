import type { Part, Segment } from '../render/segments.ts';
import { cutMiddle, cutPieces } from './cutMiddle.ts';

/** How long a prompt may be. */
export interface Room {
  readonly tokensOf: (text: string) => number;
  /** Tokens that the prompt may have. */
  readonly tokens: number;
  /** Tokens of the input that stay while there is an instruction to cut. */
  readonly inputTokens: number;
}

/**
 * The prompt with the middle of its input taken out at a word; where that is not enough, the middle of
 * the instruction before it too, then more of the input. What stands behind the input (the question,
 * its options, the cue) and between the parts stays whole. Null when no such cut is enough.
 */
export function shortened(segments: readonly Segment[], room: Room): readonly Segment[] | null {
  const input = segments.findIndex(isOf('input'));
  if (input < 0) return null;
  const instruction = segments.slice(0, input).findIndex(isOf('instruction'));
  const first = cutAt(segments, input, room, room.inputTokens);
  if (first.isEnough || instruction < 0) return first.isEnough ? first.segments : last(segments);
  const second = cutAt(first.segments, instruction, room);
  return second.isEnough ? second.segments : last(second.segments);

  function last(sofar: readonly Segment[]): readonly Segment[] | null {
    const { isEnough, segments: cut } = cutAt(sofar.with(input, segments[input]!), input, room);
    return isEnough ? cut : null;
  }
}

const isOf =
  (wanted: Part) =>
  ({ part }: Segment): boolean =>
    part === wanted;

interface Cut {
  readonly segments: readonly Segment[];
  readonly isEnough: boolean;
}

/** As little as is enough taken out of one segment; all but `least` tokens where nothing is enough. */
function cutAt(segments: readonly Segment[], at: number, room: Room, least = 0): Cut {
  const segment = segments[at]!;
  const pieces = cutPieces(segment.text);
  const keeping = (kept: number): readonly Segment[] =>
    segments.with(at, { ...segment, text: cutMiddle(pieces, kept) });
  const isLeast = (kept: number): boolean => room.tokensOf(cutMiddle(pieces, kept)) <= least;
  const fewest = largest(1, pieces.length, isLeast) ?? Math.min(1, pieces.length);
  const isShort = (kept: number): boolean =>
    room.tokensOf(
      keeping(kept)
        .map(({ text }) => text)
        .join(''),
    ) <= room.tokens;
  const kept = largest(fewest, pieces.length, isShort);
  return { segments: keeping(kept ?? fewest), isEnough: kept !== null };
}

/** The largest whole number of a range that passes, where all smaller ones do too; null when none does. */
function largest(from: number, to: number, passes: (n: number) => boolean): number | null {
  let [low, high] = [from - 1, to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low < from ? null : low;
}
