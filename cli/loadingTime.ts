/**
 * `tsx cli/loadingTime.ts [folder of a built site]`: how long a visitor on a line of 9 Mbit/s with
 * 85 ms to the server waits for the engine and for all tasks, and what travels. Everything passes
 * through one throttled line, as the requests of a real browser do.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { en } from '../src/page/i18n/en/index.ts';
import { chromiumFlags, findChromium } from '../tools/build/chromium.mjs';
import { ensureBuilt, projectRoot } from '../tools/build/ensureBuilt.ts';
import { freePort } from '../tools/build/serveSite.ts';

const bytesPerMs = 9e6 / 8 / 1000;
const latencyMs = 85;
const pieceBytes = 4096;
const host = '127.0.0.1';

let lineIsFreeAt = 0;
const travelled = { requests: 0, bytes: 0 };

/** Sends a piece when the line is free, one piece after another for all requests together. */
async function send(response: ServerResponse, piece: Uint8Array): Promise<void> {
  lineIsFreeAt = Math.max(lineIsFreeAt, performance.now()) + piece.length / bytesPerMs;
  travelled.bytes += piece.length;
  await wait(Math.max(0, lineIsFreeAt - performance.now()));
  response.write(piece);
}

async function answer(request: IncomingMessage, response: ServerResponse, port: number) {
  travelled.requests += 1;
  await wait(latencyMs);
  const { url: path, method, headers } = request;
  const upstream = ask({ host, port, path, method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 500, reply.headers);
    void relay(reply, response);
  });
  upstream.end();
}

async function relay(reply: IncomingMessage, response: ServerResponse): Promise<void> {
  for await (const chunk of reply as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      await send(response, chunk.subarray(at, at + pieceBytes));
    }
  }
  response.end();
}

const outDir = argv[2] === undefined ? 'dist' : resolve(argv[2]);
if (outDir === 'dist') await ensureBuilt();
const [sitePort, linePort] = [await freePort(host), await freePort(host)];
const site = await preview({
  root: projectRoot,
  logLevel: 'warn',
  build: { outDir },
  preview: { host, port: sitePort, strictPort: true },
});
const line = createServer((request, response) => void answer(request, response, sitePort));
line.listen(linePort, host);

const browser = await chromium.launch({
  args: chromiumFlags({ isSoftwareGpu: false }),
  executablePath: findChromium() ?? 'chromium',
});
const page = await browser.newPage();
const start = performance.now();
const seconds = (): string => ((performance.now() - start) / 1000).toFixed(1);
await page.goto(`http://${host}:${linePort}/?backend=wasm&model=mini`);
await page.getByRole('tab', { name: en.tryIt.title, exact: true }).click();
const next = page.getByRole('button', { name: en.tryIt.next, exact: true });
await page
  .getByText(en.transport.loadingTasks(0, 0).split(',')[0]!)
  .first()
  .waitFor({ timeout: 60_000 });
const modelAt = seconds();
await next.waitFor({ timeout: 120_000 });
await page.waitForFunction(
  (words) => !document.body.innerText.includes(words),
  en.transport.loadingTasks(0, 0).split(',')[0]!,
  { timeout: 120_000 },
);
stdout.write(
  `model ready after ${modelAt} s, all tasks after ${seconds()} s; ` +
    `${travelled.requests} requests, ${(travelled.bytes / 1e6).toFixed(1)} MB\n`,
);
await browser.close();
line.close();
line.closeAllConnections();
await site.close();
