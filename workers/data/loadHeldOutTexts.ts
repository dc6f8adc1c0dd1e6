import { AppError } from '../../src/core/errors.ts';
import { parseHeldOutTexts } from '../../src/core/rehearsal/heldOutTexts.ts';
import { download, parseDownloadedJson } from './download.ts';

/** The site's held-out pre-training texts; null where it has none. @throws AppError 'bad-file'. */
export async function loadHeldOutTexts(siteUrl: string): Promise<string[] | null> {
  const { href } = new URL('datasets/held-out/texts.json', siteUrl);
  try {
    return parseHeldOutTexts(parseDownloadedJson(href, await download(href)), href);
  } catch (error) {
    if (error instanceof AppError && error.info.code === 'download-failed') return null;
    throw error;
  }
}
