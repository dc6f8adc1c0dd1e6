import type { RandomStream } from '../random.ts';
import type { Wording } from '../tasks/task.ts';

/**
 * The wording without some of its words: each one is left out with probability `share` (0 to 1), so that
 * no single word is relied on (word dropout; Iyyer et al. 2015, section 3, there on the input). Slots
 * and the ending stay, and so do inverted wordings, which a word or two tell from the others; if nothing
 * would be left, nothing is left out. A Chinese character counts as a word.
 */
export function withWordDropout(wording: Wording, share: number, stream: RandomStream): Wording {
  if (share === 0 || wording.isInverted) return wording;
  const words = wording.text.match(/\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/gu) ?? [];
  const kept = words.filter((word) => !stream.chance(share) || /\{\w+\}/.test(word));
  return kept.length === 0 ? wording : { ...wording, text: kept.join('').trim() };
}
