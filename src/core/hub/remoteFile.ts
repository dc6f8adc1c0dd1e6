import { AppError, causeOf } from '../errors.ts';
import { hubRequest } from './hubRequest.ts';
import type { HubResponse, HubWorld } from './hubWorld.ts';

/** Bytes gathered before they are kept. */
const bytesAtOnce = 1024 * 1024;
/** Times that a connection may break off without a byte having come. */
const maxStumbles = 3;

/** A file of a hub's repository at one commit. */
export interface HubFile {
  readonly url: string;
  /** As the hub lists it; null where it does not say. */
  readonly bytes: number | null;
  /** Folder in the store and name in it, which no other file shares. */
  readonly key: string;
}

/**
 * A file of which ranges are fetched when they are wanted, and kept. A connection that breaks off, now or on an
 * earlier visit, is taken up where it ended. The server's ETag tells whether it is still the same file: what was kept of
 * another one is thrown away.
 */
export class RemoteFile {
  readonly #world: HubWorld;
  readonly #file: HubFile;
  #bytes: number | null;
  /** Ranges that are there. */
  readonly #whole: { readonly from: number; readonly to: number }[] = [];

  constructor(world: HubWorld, file: HubFile) {
    this.#world = world;
    this.#file = file;
    this.#bytes = file.bytes;
  }

  /** In bytes; asked of the server where the hub's list does not say it. */
  async size(): Promise<number> {
    if (this.#bytes !== null) return this.#bytes;
    const response = await this.#ask(0, 1, null);
    for await (const piece of response.pieces()) if (piece.length > 0) break;
    if (this.#bytes !== null) return this.#bytes;
    throw new AppError('download-failed', 'hubNoLength', { url: this.#file.url });
  }

  /** Bytes of a range. @throws AppError 'download-failed'. */
  async slice(from: number, to: number): Promise<ArrayBuffer> {
    await this.fetch(from, to);
    const { from: start } = this.#around(from, to)!;
    const key = this.#keyOf(this.#around(from, to)!);
    return (await this.#world.store.read(key, from - start, to - start)).buffer;
  }

  /** Makes a range be there. @throws AppError 'download-failed'. */
  async fetch(from: number, to: number): Promise<void> {
    if (this.#around(from, to)) return;
    const { store, watch } = this.#world;
    const key = this.#keyOf({ from, to });
    let have = await store.size(key);
    if (have > to - from) {
      await store.remove(key);
      have = 0;
    }
    await watch(have);
    for (let stumbles = 0; have < to - from;) {
      const before = have;
      const etag = await this.#etag();
      const response = await this.#ask(from + have, to, have > 0 ? etag : null);
      await this.#checkSame(response, etag);
      const cause = await this.#keep(response, key, from + have, to);
      have = await store.size(key);
      if (have >= to - from) break;
      stumbles = have > before ? 1 : stumbles + 1;
      if (stumbles > maxStumbles) {
        const values = { url: this.#file.url, bytes: have, cause: cause ?? 'it ended early' };
        throw new AppError('download-failed', 'hubBrokeOff', values);
      }
      await this.#world.wait(500 * 2 ** stumbles);
    }
    this.#whole.push({ from, to });
  }

  #around(from: number, to: number) {
    return this.#whole.find((range) => range.from <= from && to <= range.to);
  }

  #keyOf = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    `${this.#file.key}-${from}-${to}`;

  async #ask(from: number, to: number, etag: string | null): Promise<HubResponse> {
    const { url } = this.#file;
    const response = await hubRequest(this.#world, url, {
      Range: `bytes=${from}-${to - 1}`,
      ...(etag !== null && this.#world.mayAskIfRange && { 'If-Range': etag }),
    });
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.header('content-range') ?? '');
    const length = response.header('content-length');
    const total = range
      ? Number(range[2])
      : response.status === 200 && length
        ? Number(length)
        : null;
    if (total !== null && this.#bytes !== null && total !== this.#bytes) {
      const values = { url, got: total, wanted: this.#bytes };
      throw new AppError('download-failed', 'hubWrongLength', values);
    }
    if (range && Number(range[1]) !== from) {
      const values = { url, got: Number(range[1]), wanted: from };
      throw new AppError('download-failed', 'hubWrongLength', values);
    }
    this.#bytes ??= total;
    return response;
  }

  /** @returns what the connection died of, if it did */
  async #keep(
    response: HubResponse,
    key: string,
    from: number,
    to: number,
  ): Promise<string | null> {
    const { store, watch } = this.#world;
    let skip = response.status === 200 ? from : 0;
    let room = to - from;
    let held: Uint8Array[] = [];
    let nHeld = 0;
    const flush = async (): Promise<void> => {
      for (const piece of held) await store.append(key, piece);
      held = [];
      nHeld = 0;
    };
    try {
      for await (const all of response.pieces()) {
        const piece = all.subarray(skip, skip + room);
        skip = Math.max(0, skip - all.length);
        room -= piece.length;
        held.push(piece.slice());
        nHeld += piece.length;
        if (nHeld >= bytesAtOnce) await flush();
        await watch(piece.length);
        if (room === 0) break;
      }
      await flush();
      return null;
    } catch (error) {
      await flush();
      if (error instanceof AppError) throw error;
      return causeOf(error);
    }
  }

  /** @throws AppError 'hubChanged' once what was kept of the other file is gone. */
  async #checkSame(response: HubResponse, before: string | null): Promise<void> {
    const now = response.header('x-linked-etag') ?? response.header('etag');
    if (now === null || now === before) return;
    const { store } = this.#world;
    const { key, url } = this.#file;
    if (before !== null) await store.remove(`${key}-`);
    await store.append(this.#etagKey, new TextEncoder().encode(now));
    if (before !== null) throw new AppError('download-failed', 'hubChanged', { url });
  }

  get #etagKey(): string {
    return `${this.#file.key}-etag`;
  }

  async #etag(): Promise<string | null> {
    const { store } = this.#world;
    const size = await store.size(this.#etagKey);
    return size === 0 ? null : new TextDecoder().decode(await store.read(this.#etagKey, 0, size));
  }
}
