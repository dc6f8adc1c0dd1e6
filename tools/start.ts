/**
 * `npm start [-- --host]`: builds the site where needed and serves it with the isolation headers; with
 * `--host` to the other computers of the network too.
 */
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { preview } from 'vite';
import { ensureBuilt, projectRoot } from './build/ensureBuilt.ts';
import { serveToAll } from './build/serveSite.ts';

const { host, port } = parseArgs({
  options: { host: { type: 'boolean', default: false }, port: { type: 'string' } },
}).values;
const asked = port === undefined ? undefined : Number(port);

await ensureBuilt();
const server = host
  ? await serveToAll(asked)
  : await preview({ root: projectRoot, preview: asked === undefined ? {} : { port: asked } });
stdout.write('\nMixdesk is ready. Open this address in a browser (Ctrl-C ends it):\n\n');
server.printUrls();
if (host) {
  stdout.write(`
Other computers open the Network address. It begins with http://, and browsers keep WebGPU and
threads for https:// and localhost: there Mixdesk trains on one thread of the processor. Behind
https:// it has its full speed.
`);
}
