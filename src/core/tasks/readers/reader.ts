import type { Task } from '../task.ts';

/** A text of which as much is in memory at a time as its reader asks for. */
export interface TextSource {
  /** Size of the file. */
  readonly bytes: number;
  /** The first few thousand characters. */
  head(): Promise<string>;
  text(): Promise<string>;
  /** Its lines without their ends, counted from 1. */
  lines(): AsyncIterable<NumberedLine>;
}

export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** One format of task files: an entry of `readers`, and nothing else, adds one. */
export interface TaskReader {
  readonly name: string;
  /** Of file names, with their dot, lower case; what the page accepts and names derives from them. */
  readonly endings: readonly string[];
  /** From the text's beginning and the file's name: 0 (not mine) to 1 (certainly); the surest reads. */
  recognises(head: string, fileName: string): number;
  /** All tasks of the file, in its order. @throws AppError 'bad-file' with the line or key at fault. */
  read(source: TextSource, fileName: string): Promise<readonly Task[]>;
}

/** Whether a file's name ends as a reader wants. */
export function hasEnding(fileName: string, endings: readonly string[]): boolean {
  return endings.some((ending) => fileName.toLowerCase().endsWith(ending));
}
