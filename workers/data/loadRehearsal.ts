import { AppError } from '../../src/core/errors.ts';
import { parseRehearsal, type RehearsalText } from '../../src/core/rehearsal/rehearsal.ts';
import { checkSha256, download, parseDownloadedJson } from './download.ts';

/** `datasets/rehearsal/files.json`: the files that make up the texts. */
interface ListedFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * The site's pre-training texts, in several files.
 * @throws AppError 'download-failed' or 'bad-file'.
 */
export async function loadRehearsal(siteUrl: string): Promise<RehearsalText[]> {
  const folder = new URL('datasets/rehearsal/', siteUrl);
  const listUrl = new URL('files.json', folder).href;
  const list = parseDownloadedJson(listUrl, await download(listUrl));
  if (!isFileList(list)) {
    throw new AppError('bad-file', 'badRehearsalList', { url: listUrl });
  }
  const files = await Promise.all(
    list.map(async ({ name, sha256 }) => {
      const { href } = new URL(name, folder);
      const bytes = await download(href);
      await checkSha256(href, bytes, sha256);
      return parseRehearsal(parseDownloadedJson(href, bytes), name);
    }),
  );
  return files.flat();
}

const isFileList = (raw: unknown): raw is ListedFile[] =>
  Array.isArray(raw) &&
  raw.length > 0 &&
  raw.every((file: Partial<ListedFile> | null) => {
    return typeof file?.name === 'string' && typeof file.sha256 === 'string';
  });
