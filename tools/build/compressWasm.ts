import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Connect, Plugin, PreviewServer } from 'vite';

const gzipped = promisify(gzip);

/** Vite's preview compresses texts only; WASM modules shrink to a third as well. */
export function compressWasm(): Plugin {
  return {
    name: 'mixdesk:compress-wasm',
    configurePreviewServer: (server) => void server.middlewares.use(compressing(server)),
  };
}

function compressing({ config }: PreviewServer): Connect.NextHandleFunction {
  const folder = join(config.root, config.build.outDir);
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (request.method !== 'GET' || !pathname.endsWith('.wasm') || !takesGzip) return next();
    readFile(join(folder, normalize(pathname)))
      .then((bytes) => gzipped(bytes))
      .then((body) => {
        for (const [name, value] of Object.entries(config.preview.headers)) {
          if (value !== undefined) response.setHeader(name, value);
        }
        response.setHeader('Content-Type', 'application/wasm');
        response.setHeader('Content-Encoding', 'gzip');
        response.setHeader('Content-Length', body.length);
        response.setHeader('Vary', 'Accept-Encoding');
        response.end(body);
      })
      .catch(() => next());
  };
}
