import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import { freePort, type ServedSite } from '../../tools/build/serveSite.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** The simplest of static hosts: dist/ under a sub-path, and no header but the content type. */
export async function servePlainly(prefix: string): Promise<ServedSite> {
  const host = '127.0.0.1';
  const port = await freePort(host);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', `http://${host}`);
    const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : 'missing';
    const file = join(projectRoot, 'dist', normalize(`/${path || 'index.html'}`));
    readFile(file).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://${host}:${port}${prefix}`, close };
}
