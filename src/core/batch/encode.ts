import type { Rendered, Segment } from '../render/render.ts';
import { parts } from './batch.ts';
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
 * Longer than `maxLen`: the input loses tokens from its front (the question of a reading task stands
 * at its end); instruction and target are never cut. Returns null when even that cannot fit.
 */
export function encodeExample(
  rendered: Rendered,
  tokenizer: Tokenizer,
  maxLen: number,
): EncodedExample | null {
  const prompt = rendered.segments.filter((segment) => segment.part !== 'target');
  const target = rendered.segments.filter((segment) => segment.part === 'target');
  const promptTokens = encodePrompt(prompt, tokenizer);
  const targetIds = [...tokenizer.encode(textOf(target)), tokenizer.eosId];
  const excess = promptTokens.length + targetIds.length - maxLen;
  const kept = excess > 0 ? shortenInput(promptTokens, excess) : promptTokens;
  if (!kept) return null;
  return {
    ids: [...kept.map((token) => token.id), ...targetIds],
    partIds: [...kept.map((token) => token.part), ...targetIds.map(() => targetPart)],
  };
}

interface PromptToken {
  readonly id: number;
  readonly part: number;
}

function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

function encodePrompt(segments: readonly Segment[], tokenizer: Tokenizer): PromptToken[] {
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

function shortenInput(tokens: readonly PromptToken[], excess: number): PromptToken[] | null {
  const inputPart = parts.indexOf('input');
  const first = tokens.findIndex((token) => token.part === inputPart);
  const inputLength = tokens.filter((token) => token.part === inputPart).length;
  if (first < 0 || inputLength <= excess) return null;
  return [...tokens.slice(0, first), ...tokens.slice(first + excess)];
}
