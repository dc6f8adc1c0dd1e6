import { createServer } from 'node:net';
import { type Plugin, preview, type PreviewServer } from 'vite';
import { projectRoot } from './ensureBuilt.ts';

export interface ServedSite {
  /** Address of the site's root, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a checkout's dist/ on a free port of this machine alone, with the isolation headers. */
export async function serveSite(root = projectRoot, plugins: Plugin[] = []): Promise<ServedSite> {
  const host = '127.0.0.1';
  const port = await freePort(host);
  const server = await preview({
    root,
    logLevel: 'warn',
    plugins,
    preview: { host, port, strictPort: true },
  });
  return { url: `http://${host}:${port}/`, close: () => server.close() };
}

/** Serves dist/ to every computer that reaches this one, by whatever name it calls it. */
export function serveToAll(port: number | undefined): Promise<PreviewServer> {
  const fixed = port === undefined ? {} : { port, strictPort: true };
  return preview({
    root: projectRoot,
    logLevel: 'warn',
    preview: { host: true, allowedHosts: true, ...fixed },
  });
}

/** A TCP port that nothing listens on. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
