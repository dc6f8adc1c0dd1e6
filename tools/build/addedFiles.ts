import type { Plugin } from 'vite';

/** By path in the site. */
export type AddedFiles = ReadonlyMap<string, Uint8Array | string>;

/**
 * Adds files that are made from those of `public/`, in the build as in development; what lies in `public/` stays as it is.
 * @param make given the path of `public/`; called once
 */
export function addedFiles(name: string, make: (publicFolder: string) => AddedFiles): Plugin {
  let publicFolder = '';
  let made: AddedFiles | undefined;
  const files = (): AddedFiles => (made ??= make(publicFolder));
  return {
    name,
    configResolved: (config) => void (publicFolder = config.publicDir),
    generateBundle() {
      for (const [fileName, source] of files()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const path = pathname.slice(1);
        const body = files().get(path);
        if (body === undefined) return next();
        response.setHeader('Content-Type', contentType(path));
        response.end(body);
      });
    },
  };
}

const contentType = (path: string): string =>
  path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
