import { AppError } from '../../src/core/errors.ts';
import type { ReadProgress } from '../../src/core/protocol/index.ts';
import type { InstructionRow } from '../../src/core/tasks/rows/instructionRow.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';

/** A file that is read faster than this is not told about. */
const firstTellingMs = 300;
const msBetween = 100;
/** Of a shown text. */
const maxShown = 200;

/** A reading of own data that is under way: what it tells, and whether it goes on. */
export class FileReading {
  readonly #fileName: string;
  #totalBytes: number;
  readonly #tell: (progress: ReadProgress) => void;
  #isStopped = false;
  #bytes = 0;
  #rows = 0;
  #first: readonly InstructionRow[] = [];
  #next = performance.now() + firstTellingMs;

  constructor(
    fileName: string,
    totalBytes: number,
    tell: (progress: ReadProgress) => void = () => undefined,
  ) {
    this.#fileName = fileName;
    this.#totalBytes = totalBytes;
    this.#tell = tell;
  }

  /** It ends with the next bytes. */
  stop(): void {
    this.#isStopped = true;
  }

  /** So many bytes are to come, which only now is known; those that have come were not among them. */
  readonly expect = (bytes: number): void => {
    this.#totalBytes = bytes;
    this.#bytes = 0;
  };

  /** Waits, but for a stop. @throws AppError 'bad-file' then. */
  async wait(ms: number): Promise<void> {
    for (const end = performance.now() + ms; performance.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, msBetween));
      await this.bytes(0);
    }
  }

  /** A `RowWatch`. */
  readonly rows = (rows: number, first: readonly InstructionRow[]): void => {
    this.#rows = rows;
    this.#first = first;
  };

  /** A `ByteWatch`: now and then it lets messages in, of which one may be to stop. @throws AppError 'bad-file' then. */
  readonly bytes = async (bytes: number): Promise<void> => {
    this.#bytes += bytes;
    if (performance.now() >= this.#next) {
      await yieldToEvents();
      this.#next = performance.now() + msBetween;
      this.#tell(this.#progress);
    }
    if (this.#isStopped) {
      throw new AppError('bad-file', 'readingStopped', { fileName: this.#fileName });
    }
  };

  /** The beginning of a file is read twice: once to see what it is. */
  get #progress(): ReadProgress {
    const first = this.#first.map(({ instruction, input, outputs: [output = ''] }) => ({
      question: shown([instruction, input].filter(Boolean).join(' · ')),
      answer: shown(output),
    }));
    const readBytes = Math.min(this.#bytes, this.#totalBytes);
    return { readBytes, totalBytes: this.#totalBytes, rows: this.#rows, first };
  }
}

const shown = (text: string): string =>
  text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
