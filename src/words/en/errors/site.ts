import type { ErrorText, ErrorWords } from '../../../core/errors.ts';

/** A file that did not come, or not as it should be. */
const notDownloaded = (url: string, what: string): ErrorText => ({
  message: `${url}: ${what}`,
  hint: 'Check the connection and reload the page; if it stays, the site lacks this file.',
});

const badRehearsal = (fileName: string, what: string): ErrorText => ({
  message: `${fileName}: ${what}`,
  hint: 'Reload the page; if it stays, the site has a damaged file. Setting Rehearsal to 0 trains without it.',
});

export const siteErrors = {
  badDatasetIndex: ({ key, cause }) => ({
    message: `datasets/index.json: ${key || 'top level'}: ${cause}`,
    hint: 'Rebuild it with `npm run datasets`.',
  }),
  badBundleIndex: ({ key, cause }) => ({
    message: `datasets/bundles.json: ${key || 'top level'}: ${cause}`,
    hint: 'Build the site again with `npm run build`.',
  }),
  badTaskCards: ({ key, cause }) => ({
    message: `datasets/cards.json: ${key || 'top level'}: ${cause}`,
    hint: 'Build the site again with `npm run build`.',
  }),
  cardsNotLoaded: ({ cause }) => ({
    message: `Instructions and examples of the tasks could not be loaded: ${cause}.`,
    hint: 'Check the connection and open the library again; tasks can be put on the desk without them.',
  }),
  listNotLoaded: ({ path, cause }) => ({
    message: `The list of tasks (${path}) could not be loaded: ${cause}.`,
    hint: 'Check the connection, then try again.',
  }),
  rehearsalWithoutTexts: ({ fileName }) => badRehearsal(fileName, 'it has no list "texts"'),
  badRehearsalText: ({ fileName, index }) =>
    badRehearsal(fileName, `texts[${index}] is not a list of two or more strings`),
  badRehearsalList: ({ url }) =>
    badRehearsal(url, 'it is not a list of files with name and sha256'),
  noAnswer: ({ url, cause }) => notDownloaded(url, `no answer (${cause})`),
  httpStatus: ({ url, status, statusText }) =>
    notDownloaded(url, `HTTP ${status} ${statusText}`.trim()),
  pageInstead: ({ url }) => notDownloaded(url, 'an HTML page came instead of the file'),
  silent: ({ url, bytes, seconds }) =>
    notDownloaded(url, `nothing came for ${seconds} seconds, after ${bytes} bytes`),
  brokeOff: ({ url, bytes, cause }) =>
    notDownloaded(url, `the connection broke off after ${bytes} bytes (${cause})`),
  wrongHash: ({ url, got, wanted }) =>
    notDownloaded(url, `SHA-256 ${got}, wanted ${wanted}: the file is damaged or outdated`),
  downloadNoJson: ({ url, cause }) => notDownloaded(url, `it is not JSON (${cause})`),
  notUnpacked: ({ url, cause }) => notDownloaded(url, `it cannot be unpacked (${cause})`),
  holdsNoTask: ({ url }) => notDownloaded(url, 'it holds no task'),
} as const satisfies Partial<ErrorWords>;
