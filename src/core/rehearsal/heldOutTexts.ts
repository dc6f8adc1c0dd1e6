import { AppError } from '../errors.ts';

/** Pre-training texts that no model was trained on. @throws AppError 'bad-file'. */
export function parseHeldOutTexts(raw: unknown, fileName: string): string[] {
  const texts: unknown = (raw as { texts?: unknown } | null)?.texts;
  if (Array.isArray(texts) && texts.length > 0 && texts.every((text) => typeof text === 'string'))
    return texts;
  throw new AppError('bad-file', 'rehearsalWithoutTexts', { fileName });
}
