import type { EncodedExample } from '../tokens/encode.ts';
import { parts } from '../render/segments.ts';
import type { Tokenizer } from '../tokens/tokenizer.ts';
import { AppError } from '../errors.ts';

/**
 * A text that the base model was pre-trained on, cut into what is told and what is said, in turn: the
 * loss counts what is said, which can be known from what is told.
 *
 * Mixed into fine-tuning so that the model keeps what it could do before: InstructGPT mixes
 * pre-training gradients in for the same reason (PPO-ptx; Ouyang et al. 2022, section 3.5).
 */
export type RehearsalText = readonly string[];

/** @throws AppError 'bad-file' naming the text that is not a list of strings. */
export function parseRehearsal(raw: unknown, fileName: string): RehearsalText[] {
  const texts: unknown = (raw as { texts?: unknown } | null)?.texts;
  if (!Array.isArray(texts) || texts.length === 0)
    throw new AppError('bad-file', 'rehearsalWithoutTexts', { fileName });
  return texts.map((text: unknown, i) => {
    if (Array.isArray(text) && text.length > 1 && text.every((part) => typeof part === 'string'))
      return text;
    throw new AppError('bad-file', 'badRehearsalText', { fileName, index: i });
  });
}

/** Ids and parts of the text with its end-of-sequence, cut off at `maxLen` tokens. */
export function encodeRehearsal(
  text: RehearsalText,
  tokenizer: Tokenizer,
  maxLen: number,
): EncodedExample {
  const [told, said] = [parts.indexOf('input'), parts.indexOf('target')];
  const ids: number[] = [];
  const partIds: number[] = [];
  text.forEach((piece, i) => {
    const pieceIds = tokenizer.encode(piece);
    ids.push(...pieceIds);
    partIds.push(...pieceIds.map(() => (i % 2 === 0 ? told : said)));
  });
  ids.push(tokenizer.eosId);
  partIds.push(told);
  return { ids: ids.slice(0, maxLen), partIds: partIds.slice(0, maxLen) };
}
