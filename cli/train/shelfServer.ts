import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { Shelf } from '../../src/core/checkpoints/shelf.ts';

/** Lets the site's own pages write to the shelf under this path, as `createHttpShelf` of the worker asks for it. */
export const shelfServer = (shelf: Shelf, path: string): Plugin => ({
  name: 'shelf',
  configurePreviewServer: ({ middlewares }) => void middlewares.use(path, answerFrom(shelf)),
});

/** Answers PUT, GET and DELETE of `/name`, and GET of `/`. */
export const answerFrom =
  (shelf: Shelf) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    answer(shelf, request, response).catch((error: unknown) => {
      response.writeHead(507).end(String(error));
    });
  };

/** A file's name as `Shelf` has it, and no way out of the folder. */
const isName = (name: string): boolean => /^[\w%-][\w.%-]*$/.test(name);

async function answer(
  shelf: Shelf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = decodeURIComponent((request.url ?? '').slice(1));
  if (name === '') return void response.end(JSON.stringify(await shelf.names()));
  if (!isName(name)) return void response.writeHead(400).end(name);
  if (request.method === 'GET') return void response.end(await shelf.read(name));
  if (request.method === 'PUT') await shelf.write(name, [await bodyOf(request)]);
  else if (request.method === 'DELETE') await shelf.remove(name);
  else response.writeHead(405);
  response.end();
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
