/** A list is short: a server that has not sent it by then will not, ms. */
const patienceMs = 20_000;

/** JSON that the site serves. @throws Error with the status, or of what came in its place. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
