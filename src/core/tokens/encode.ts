import { type Part, parts, type Rendered, type Segment } from '../render/segments.ts';
import { shortened } from './shortened.ts';
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
 * Longer than `maxLen`: the input loses its middle, at a word, then the instruction before it does
 * (`shortened`); the question behind the input and the target are never cut. Returns null when even
 * that cannot fit.
 */
export function encodeExample(
  rendered: Rendered,
  tokenizer: Tokenizer,
  maxLen: number,
): EncodedExample | null {
  const targetIds = targetTokens(rendered.segments, tokenizer);
  const { kept } = fitted(rendered.segments, tokenizer, maxLen, targetIds.length);
  if (!kept) return null;
  return {
    ids: [...kept.map((token) => token.id), ...targetIds],
    partIds: [...kept.map((token) => token.part), ...targetIds.map(() => targetPart)],
  };
}

/** How an example lies in a row: whole, with something cut, or not at all. */
export type Fit = 'fits' | 'cut' | 'cannotFit';

/** What `encodeExample` makes of an example. */
export const fitOf = (rendered: Rendered, tokenizer: Tokenizer, maxLen: number): Fit =>
  measureExample(rendered, tokenizer, maxLen).fit;

/** An example in tokens with its end, before anything is cut, and how it lies in a row of `maxLen`. */
export function measureExample(
  { segments }: Rendered,
  tokenizer: Tokenizer,
  maxLen: number,
): { readonly tokens: number; readonly fit: Fit } {
  const { length } = targetTokens(segments, tokenizer);
  const { whole, kept } = fitted(segments, tokenizer, maxLen, length);
  const fit = kept === null ? 'cannotFit' : kept === whole ? 'fits' : 'cut';
  return { tokens: whole.length + length, fit };
}

/** Tokens of a question that did not fit, by the part that lost them. */
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
  const { whole, kept } = fitted(rendered.segments, tokenizer, maxLen, room);
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

function targetTokens(segments: readonly Segment[], tokenizer: Tokenizer): readonly number[] {
  const target = segments.filter((segment) => segment.part === 'target');
  return [...tokenizer.encode(textOf(target)), tokenizer.eosId];
}

interface Fitted {
  readonly whole: readonly PromptToken[];
  /** `whole` where `room` more fit into `maxLen`; null where no cut is enough. */
  readonly kept: readonly PromptToken[] | null;
}

/** The prompt's tokens, and those of the shortened prompt where `room` more would not fit. */
function fitted(
  segments: readonly Segment[],
  tokenizer: Tokenizer,
  maxLen: number,
  room: number,
): Fitted {
  const whole = promptTokens(segments, tokenizer);
  const tokens = maxLen - room;
  if (whole.length <= tokens) return { whole, kept: whole };
  if (tokens <= 0) return { whole, kept: null };
  const tokensOf = (text: string): number => tokenizer.encode(text).length;
  const prompt = segments.filter(({ part }) => part !== 'target');
  const short = shortened(prompt, { tokensOf, tokens, inputTokens: maxLen >> 2 });
  return { whole, kept: short && promptTokens(short, tokenizer) };
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

function countOf(tokens: readonly PromptToken[], part: Part): number {
  return tokens.filter((token) => token.part === parts.indexOf(part)).length;
}
