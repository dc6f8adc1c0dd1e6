/** What a hub's client needs from where it runs: a page's worker, the command line, a test. */
export interface HubWorld {
  /** Address of the hub, without a slash at its end. */
  readonly endpoint: string;
  /** Follows redirects. Rejects when no answer comes. */
  readonly fetch: (url: string, headers: Readonly<Record<string, string>>) => Promise<HubResponse>;
  readonly store: ByteStore;
  readonly wait: (ms: number) => Promise<void>;
  /** Whether `If-Range` may be sent: between sites it makes browsers ask for leave first, which few servers grant. */
  readonly mayAskIfRange: boolean;
  /** Told of bytes as they come, from the hub or from what was kept; what it throws ends the download. */
  readonly watch: (bytes: number) => Promise<void> | void;
}

/** An answer, of which the body has not been read. */
export interface HubResponse {
  readonly status: number;
  /** Null for a header that is not there, or that a page may not see. */
  header(name: string): string | null;
  text(): Promise<string>;
  pieces(): AsyncIterable<Uint8Array>;
}

/** Bytes kept between visits, under keys of the form `folder/name`. Any method may reject: disks are full at times. */
export interface ByteStore {
  /** 0 for nothing. */
  size(key: string): Promise<number>;
  read(key: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  append(key: string, bytes: Uint8Array): Promise<void>;
  /** All keys that begin so. */
  remove(prefix: string): Promise<void>;
}

/** The part of the platform's `Response` that is used. */
interface PlatformResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
  text(): Promise<string>;
}

/** What `fetch` of browsers and Node gives, as a HubResponse. */
export const hubResponse = (response: PlatformResponse): HubResponse => ({
  status: response.status,
  header: (name) => response.headers.get(name),
  text: () => response.text(),
  async *pieces() {
    const reader = response.body?.getReader();
    if (!reader) return;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        if (value) yield value;
      }
    } finally {
      // Of a connection that broke there is nothing left to cancel.
      await reader.cancel().catch(() => undefined);
    }
  },
});
