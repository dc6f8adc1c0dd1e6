/** `npm start`: builds the site where needed and serves it with the isolation headers. */
import { stdout } from 'node:process';
import { preview } from 'vite';
import { ensureBuilt, projectRoot } from './build/ensureBuilt.ts';

await ensureBuilt();
const server = await preview({ root: projectRoot });
stdout.write('\nMixdesk is ready. Open this address in a browser (Ctrl-C ends it):\n\n');
server.printUrls();
