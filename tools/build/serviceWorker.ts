import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Builds src/sw.ts to sw.js at the root of the site: a service worker's scope is its own folder. */
export function serviceWorker(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'mixdesk:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: join(root, 'src/sw.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}
