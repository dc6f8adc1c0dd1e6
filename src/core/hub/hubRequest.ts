import { AppError, causeOf } from '../errors.ts';
import type { HubResponse, HubWorld } from './hubWorld.ts';

const waitsMs = [1000, 2000, 4000] as const;
/** Longer than this nobody is kept waiting without being told. */
const longestWaitMs = 30_000;

/**
 * An answer of the hub that is one, asked for again where the server stumbled or wants to be left in peace for a moment.
 * @param url whole, or a path under the endpoint
 * @throws AppError 'download-failed': no answer, not found, not allowed, too many requests, a page instead of a file.
 */
export async function hubRequest(
  world: HubWorld,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HubResponse> {
  const whole = url.startsWith('/') ? `${world.endpoint}${url}` : url;
  for (let attempt = 0; ; attempt++) {
    const response = await world.fetch(whole, headers).catch((error: unknown) => causeOf(error));
    const patience = waitsMs[attempt];
    if (typeof response === 'string') {
      if (patience === undefined) {
        throw new AppError('download-failed', 'hubNoAnswer', { url: whole, cause: response });
      }
      await world.wait(patience);
      continue;
    }
    const { status } = response;
    if (status === 200 || status === 206) return checkedKind(response, whole);
    const asked = 1000 * Number(response.header('retry-after') ?? 0) || 0;
    const mayPass = status === 429 || status >= 500;
    if (!mayPass || patience === undefined || asked > longestWaitMs) {
      throw refusal(whole, response, Math.ceil(asked / 1000));
    }
    await world.wait(Math.max(patience, asked));
  }
}

/** JSON of a path. @throws AppError 'download-failed'. */
export async function hubJson(world: HubWorld, path: string): Promise<unknown> {
  const response = await hubRequest(world, path, { Accept: 'application/json' });
  try {
    return JSON.parse(await response.text());
  } catch (error) {
    const url = `${world.endpoint}${path}`;
    throw new AppError('download-failed', 'downloadNoJson', { url, cause: causeOf(error) });
  }
}

/** Whether a failure says that the thing is not there. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof AppError && error.info.key === 'hubNotFound';

function checkedKind(response: HubResponse, url: string): HubResponse {
  if (!(response.header('content-type') ?? '').includes('text/html')) return response;
  throw new AppError('download-failed', 'hubPageInstead', { url });
}

/** The hub says in `X-Error-Code` what it means; a dataset that nobody may see is "not found" to strangers. */
function refusal(url: string, response: HubResponse, waitSeconds: number): AppError {
  const { status } = response;
  const code = response.header('x-error-code') ?? '';
  if (status === 429) return new AppError('download-failed', 'hubBusy', { url, waitSeconds });
  if (code === 'GatedRepo' || status === 403) {
    return new AppError('download-failed', 'hubGated', { url });
  }
  if (status === 401) return new AppError('download-failed', 'hubPrivate', { url });
  if (status === 404 || status === 410) {
    return new AppError('download-failed', 'hubNotFound', { url });
  }
  return new AppError('download-failed', 'httpStatus', { url, status, statusText: code });
}
