import { type Part, parts, type Rendered, type Segment } from '../render/segments.ts';
import type { Tokenizer } from './tokenizer.ts';

/** One example as tokens: the prompt, then the target and its end-of-sequence. */
export interface EncodedExample {
  readonly ids: readonly number[];
  /** Index into `parts`, one a token; end-of-sequence counts as target. */
  readonly partIds: readonly number[];
}

const targetPart = parts.indexOf('target');

/**
 * Tokenises prompt and target apart and joins the ids, so that the boundary is the same in training
 * and when answering (merges never cross it). The prompt is tokenised as one text and its tokens
 * take the part of their first character.
 *
 * Longer than `maxLen`: an instruction of more than half the row keeps its beginning, then the input
 * loses tokens from its front (the question of a reading task stands at its end); the target is never
 * cut. Returns null when even that cannot fit.
 */
export function encodeExample(
  rendered: Rendered,
  tokenizer: Tokenizer,
  maxLen: number,
): EncodedExample | null {
  const target = rendered.segments.filter((segment) => segment.part === 'target');
  const targetIds = [...tokenizer.encode(textOf(target)), tokenizer.eosId];
  const kept = fitted(promptTokens(rendered.segments, tokenizer), maxLen, targetIds.length);
  if (!kept) return null;
  return {
    ids: [...kept.map((token) => token.id), ...targetIds],
    partIds: [...kept.map((token) => token.part), ...targetIds.map(() => targetPart)],
  };
}

/** Tokens of a question that did not fit: an instruction loses its end, an input its beginning. */
export interface PromptCut {
  readonly instruction: number;
  readonly input: number;
}

/** A prompt as the model reads it, and how much of the question it does not. */
export interface EncodedQuestion {
  readonly ids: readonly number[];
  readonly cut: PromptCut;
}

/** What the model is given to answer: the example's prompt, with `room` tokens left for the answer. */
export function encodeQuestion(
  rendered: Rendered,
  tokenizer: Tokenizer,
  maxLen: number,
  room: number,
): EncodedQuestion | null {
  const whole = promptTokens(rendered.segments, tokenizer);
  const kept = fitted(whole, maxLen, room);
  if (!kept) return null;
  const lost = (part: Part): number => countOf(whole, part) - countOf(kept, part);
  return {
    ids: kept.map(({ id }) => id),
    cut: { instruction: lost('instruction'), input: lost('input') },
  };
}

interface PromptToken {
  readonly id: number;
  readonly part: number;
}

function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

/** The prompt's tokens, shortened where `room` more would not fit into `maxLen`. */
function fitted(
  tokens: readonly PromptToken[],
  maxLen: number,
  room: number,
): readonly PromptToken[] | null {
  const excess = tokens.length + room - maxLen;
  return excess > 0 ? shorten(tokens, excess, maxLen) : tokens;
}

/** All that stands before the target. */
function promptTokens(all: readonly Segment[], tokenizer: Tokenizer): readonly PromptToken[] {
  const segments = all.filter((segment) => segment.part !== 'target');
  const ids = tokenizer.encode(textOf(segments));
  const ends: { end: number; part: number }[] = [];
  let length = 0;
  for (const segment of segments) {
    length += utf8Length(segment.text);
    ends.push({ end: length, part: parts.indexOf(segment.part) });
  }
  let start = 0;
  let at = 0;
  return ids.map((id) => {
    while (at < ends.length - 1 && start >= ends[at]!.end) at++;
    start += tokenizer.byteLength(id);
    return { id, part: ends[at]!.part };
  });
}

/** Bytes of the text in UTF-8, the unit of a byte-level token. */
function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function shorten(
  tokens: readonly PromptToken[],
  excess: number,
  maxLen: number,
): readonly PromptToken[] | null {
  const spare = countOf(tokens, 'instruction') - (maxLen >> 1);
  const fromInstruction = Math.max(0, Math.min(excess, spare));
  const cut = withoutTokens(tokens, 'instruction', fromInstruction, 'end');
  const fromInput = excess - fromInstruction;
  return fromInput < countOf(cut, 'input') || fromInput === 0
    ? withoutTokens(cut, 'input', fromInput, 'start')
    : null;
}

function countOf(tokens: readonly PromptToken[], part: Part): number {
  return tokens.filter((token) => token.part === parts.indexOf(part)).length;
}

/** Without `count` tokens at one end of the part, which is one stretch of the prompt. */
function withoutTokens(
  tokens: readonly PromptToken[],
  part: Part,
  count: number,
  end: 'start' | 'end',
): readonly PromptToken[] {
  const first = tokens.findIndex((token) => token.part === parts.indexOf(part));
  const at = end === 'start' ? first : first + countOf(tokens, part) - count;
  return count === 0 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + count)];
}
