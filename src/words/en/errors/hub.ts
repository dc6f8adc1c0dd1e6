import type { ErrorText, ErrorWords } from '../../../core/errors.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** The hub's fault, or the way to it: nothing was changed, and what has come is kept. */
const fromHub = (message: string, hint: string): ErrorText => ({ message, hint });

export const hubErrors = {
  badHubName: ({ got }) =>
    fromHub(
      `“${got}” is no dataset of a hub.`,
      'Write owner/name, with @revision, :configuration or :configuration/split after it where they are needed.',
    ),
  badHubAddress: ({ got }) =>
    fromHub(`“${got}” is no address of a hub.`, 'It begins with https:// or http://.'),
  hubNoAnswer: ({ url, cause }) =>
    fromHub(
      `${url}: no answer (${cause}).`,
      'Check the connection and the hub’s address. A server that does not let pages of other sites read it (CORS), or sends them on to one, gives no answer either: there `npm run train` gets through.',
    ),
  hubNotFound: ({ url }) =>
    fromHub(
      `${url}: not found.`,
      'Check owner, name and revision. A dataset that only its owners may see is “not found” to everybody else.',
    ),
  hubPrivate: ({ url }) =>
    fromHub(
      `${url}: not there, or not for everybody.`,
      'Check the name. The page takes public datasets only; `npm run train` takes others with your token in HF_TOKEN.',
    ),
  hubGated: ({ url }) =>
    fromHub(
      `${url}: one has to agree to its terms first.`,
      'Agree on the dataset’s own page, then use `npm run train` with your token in HF_TOKEN, or download its Parquet file and drop it here.',
    ),
  hubBusy: ({ url, waitSeconds }) =>
    fromHub(
      `${url}: too many requests.`,
      `Try again ${waitSeconds > 0 ? `in ${waitSeconds} seconds` : 'in a few minutes'}: what has come is kept, and it goes on from there.`,
    ),
  hubPageInstead: ({ url }) =>
    fromHub(
      `${url}: a page came instead of the file.`,
      'The address may lead to a sign-in page, of a network or of the hub. Check it in another tab.',
    ),
  hubOddAnswer: ({ url }) =>
    fromHub(`${url}: not the answer of a hub.`, 'Check the hub’s address in the form.'),
  hubNoLength: ({ url }) =>
    fromHub(
      `${url}: the server does not say how long the file is.`,
      'Without that no part of it can be asked for. Download it and drop it here.',
    ),
  hubWrongLength: ({ url, got, wanted }) =>
    fromHub(
      `${url}: ${got} bytes where ${wanted} were promised.`,
      'The server has another file than its list says. Try another revision, or again later.',
    ),
  hubChanged: ({ url }) =>
    fromHub(
      `${url}: the file changed while it was fetched.`,
      'What had come was thrown away. Fetch it again.',
    ),
  hubBrokeOff: ({ url, bytes, cause }) =>
    fromHub(
      `${url}: the connection broke off again and again (${cause}).`,
      `${megabytes(bytes)} MB of this part are kept: try again, and it goes on from there.`,
    ),
  hubNoParquet: ({ name, others }) =>
    fromHub(
      `${name} has no Parquet files${others.length > 0 ? `, but ${others.join(', ')}` : ''}.`,
      'Hubs convert most datasets of the main revision by themselves: leave the revision out, or download a file and drop it here.',
    ),
  hubChoosePart: ({ name, known }) =>
    fromHub(
      `${name} has several parts: ${known.join(', ')}.`,
      'Write the one you mean after a colon, as in owner/name:part.',
    ),
} as const satisfies Partial<ErrorWords>;
