import type { OfficialSplit, ReadFile } from '../readReport.ts';
import type { ColumnMapping } from '../columnMapping.ts';
import type { RowWatch } from '../rows/rowWatch.ts';
import type { TextEncoding } from '../textEncoding.ts';

/** A file of which as much is in memory at a time as its reader asks for. */
export interface FileContent {
  /** Size after unpacking, where it is known; of the packed file else. */
  readonly bytes: number;
  /** The first few thousand bytes and, as text, what they hold; '' for what is no text. */
  head(): Promise<FileHead>;
  /** The whole as text. @throws AppError 'bad-file' at the line that is no text, or when it is too large for that. */
  text(): Promise<string>;
  /** The text piece by piece. */
  pieces(): AsyncIterable<string>;
  /** Bytes from anywhere, for what is no text. @throws AppError 'bad-file' for a packed file that is too large for that. */
  slice(from: number, to: number): Promise<ArrayBuffer>;
  /** Size after unpacking. */
  size(): Promise<number>;
  /** Files that came together with this one and that its reader may ask for (`fileUnits.ts`). */
  readonly beside?: readonly BesideFile[];
  /** What the collection's own lists say of the whole task (`officialSplits.ts`). */
  readonly officialSplit?: OfficialSplit;
}

/** A file that another one is read with. */
export interface BesideFile {
  readonly fileName: string;
  readonly content: FileContent;
}

export interface FileHead {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly fileName: string;
}

/** What a reading is asked beside the file. */
export interface HowToRead {
  readonly watch?: RowWatch;
  /** Of files whose columns' names do not say what they are. */
  readonly mapping?: ColumnMapping;
}

/** One format of task files: an entry of `readers`, and nothing else, adds one. */
export interface TaskReader {
  readonly name: string;
  /** Of file names, with their dot, lower case: what a picker of files offers. What a file holds decides, not its name. */
  readonly endings: readonly string[];
  /** It applies what it reads to the files beside. */
  readonly readsBeside?: boolean;
  /** From the file's beginning: 0 (not mine) to 1 (certainly); the surest reads. */
  recognises(head: FileHead): number;
  /** All tasks of the file, in its order, and what was done with its rows. @throws AppError 'bad-file' with the line or key at fault. */
  read(content: FileContent, fileName: string, how?: HowToRead): Promise<ReadFile>;
}
