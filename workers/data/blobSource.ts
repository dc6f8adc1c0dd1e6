import type { NumberedLine, TextSource } from '../../src/core/tasks/readers/reader.ts';

const headBytes = 4096;

/** The text of a file, read from it piece by piece; it crosses between threads by itself. */
export function blobSource(blob: Blob): TextSource {
  return {
    bytes: blob.size,
    head: async () => withoutMark(await blob.slice(0, headBytes).text()),
    text: async () => withoutMark(await blob.text()),
    lines: () => linesOf(blob),
  };
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

async function* linesOf(blob: Blob): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  const reader = blob.stream().getReader();
  let line = 0;
  let rest = '';
  for (let isDone = false; !isDone;) {
    const { done, value } = await reader.read();
    isDone = done;
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop()!;
    for (const text of lines) yield { line: ++line, text };
  }
  yield { line: line + 1, text: rest };
}
