import { createHash } from 'node:crypto';

/** Of a file's text, as the page checks it after its download. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
