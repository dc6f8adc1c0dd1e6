/**
 * Calls back once the browser has nothing else to do, after `afterMs` at the earliest; where it can't tell, just then.
 * What is returned calls it off.
 */
export function whenIdle(then: () => void, afterMs: number): () => void {
  let request: number | undefined;
  const timer = setTimeout(() => {
    if (!('requestIdleCallback' in globalThis)) return then();
    request = requestIdleCallback(then);
  }, afterMs);
  return () => {
    clearTimeout(timer);
    if (request !== undefined) cancelIdleCallback(request);
  };
}
