import type { Shelf } from '../../src/core/checkpoints/shelf.ts';

/**
 * Files under an address with a slash at its end, which somebody serves: PUT, GET and DELETE of a name; GET of the address
 * itself gives the names as JSON. The command line keeps runs in a folder this way.
 */
export function createHttpShelf(url: string): Shelf {
  const ask = async (name: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(new URL(encodeURIComponent(name), url), init);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return response;
  };
  return {
    names: async () => (await (await ask('', {})).json()) as readonly string[],
    async write(name, parts) {
      await ask(name, { method: 'PUT', body: new Blob(parts as Uint8Array<ArrayBuffer>[]) });
    },
    read: async (name) => new Uint8Array(await (await ask(name, {})).arrayBuffer()),
    async remove(name) {
      await ask(name, { method: 'DELETE' });
    },
    alone: (work) => work(),
  };
}
