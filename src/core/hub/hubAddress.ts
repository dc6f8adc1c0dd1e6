import { AppError } from '../errors.ts';

/** The public hub. */
export const defaultHub = 'https://huggingface.co';

/** An address of a hub without a slash at its end. @throws AppError 'bad-setting' for what is none. */
export function hubAddress(text: string): string {
  const address = text.trim().replace(/\/+$/, '');
  if (/^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/.test(address)) return address;
  throw new AppError('bad-setting', 'badHubAddress', { got: text });
}
