/** Cross-origin isolation where the host can't send its headers: WebAssembly threads need it. */

const reloadedKey = 'mixdesk:reloaded-for-isolation';

/**
 * Asks the service worker for what the host didn't send, then reloads once. Does nothing where the
 * page is already isolated, in development, or where there are no service workers: WASM then runs on
 * one thread. Never reloads twice in a row, and never while `isBusy()`: the next visit is isolated.
 */
export function ensureIsolation(isBusy: () => boolean = () => false): void {
  if (globalThis.crossOriginIsolated) {
    rememberReload(false);
    return;
  }
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  register(isBusy).catch((error: unknown) => {
    console.warn('No service worker, so no WebAssembly threads:', error);
  });
}

async function register(isBusy: () => boolean): Promise<void> {
  await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { scope: './' });
  await navigator.serviceWorker.ready;
  await untilControlled();
  if (isBusy() || hasReloaded()) return;
  // Without this memory a host that overrides our headers would make the page reload for ever.
  if (rememberReload(true)) location.reload();
}

function untilControlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    // A forced reload leaves the page uncontrolled for good; an ordinary one then helps.
    setTimeout(resolve, 1000);
  });
}

function hasReloaded(): boolean {
  return sessionStorage.getItem(reloadedKey) !== null;
}

/** False where the browser keeps no session storage. */
function rememberReload(hasHappened: boolean): boolean {
  try {
    if (hasHappened) sessionStorage.setItem(reloadedKey, '1');
    else sessionStorage.removeItem(reloadedKey);
    return true;
  } catch {
    return false;
  }
}
