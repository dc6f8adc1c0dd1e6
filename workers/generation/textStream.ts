import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';

/**
 * Text of tokens as they come. A token may end in the middle of a UTF-8 character: its text is held
 * back until the rest has come. The space in front of an answer is dropped.
 */
export interface TextStream {
  /** The text that this token completes; often '' inside a character. */
  push(id: number): string;
  /** Everything so far, a broken character at the end included. */
  text(): string;
}

export function createTextStream(tokenizer: Pick<Tokenizer, 'decode'>): TextStream {
  const ids: number[] = [];
  let shown = 0;
  const whole = (): string => tokenizer.decode(ids).replace(/^ /, '');
  return {
    push(id) {
      ids.push(id);
      const complete = whole().replace(/\uFFFD+$/, '');
      const fresh = complete.slice(shown);
      shown = Math.max(shown, complete.length);
      return fresh;
    },
    text: whole,
  };
}
