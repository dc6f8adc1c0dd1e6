/** What another model's end marker may look like, as the last word of an answer. */
const lastMarker =
  /(?:<\|[^\s<>|]{1,40}\|>|<｜[^\s<>｜]{1,40}｜>|<\/?\w{1,40}>|\[\/?\w{1,40}\])\s*$/u;

/** Names of tokens that end a text, a turn or an answer: letters only, in small letters. */
const endings: ReadonlySet<string> = new Set([
  ...['s', 'eos', 'eot', 'eom', 'eod', 'eop', 'end', 'stop', 'sep', 'pad', 'return'],
  ...['imend', 'imsep'],
  ...[
    'text',
    'sentence',
    'turn',
    'message',
    'prompt',
    'document',
    'answer',
    'response',
    'sequence',
  ].map((what) => `endof${what}`),
]);

/** Share of the answers that must end with the marker, and how many there must be to tell. */
const nearlyAll = 0.9;
const enough = 3;

/** The answers of a file without what another model's end of text looks like. */
export interface WithoutEndMarker {
  /** The marker as the file writes it; null when the answers end with none. */
  readonly marker: string | null;
  /** In the order given; '' where an answer was nothing but the marker. */
  readonly outputs: readonly string[];
  /** Answers that it was taken off. */
  readonly taken: number;
}

/**
 * Takes off the marker that at least 90 % of the answers end with, if it names an end (`<|endoftext|>`,
 * `</s>`, `<|im_end|>`, `[EOS]` …), with the white space around it, and as often as it stands there;
 * then the next one, for files with two. HTML's closing tags stay.
 */
export function withoutEndMarker(outputs: readonly string[]): WithoutEndMarker {
  const marker = sharedMarker(outputs);
  if (marker === null) return { marker, outputs, taken: 0 };
  const stripped = outputs.map((output) => withoutEnd(output, marker));
  const taken = stripped.filter((output, i) => output !== outputs[i]).length;
  const { outputs: rest, marker: before } = withoutEndMarker(stripped);
  return { marker: `${before ?? ''}${marker}`, outputs: rest, taken };
}

function sharedMarker(outputs: readonly string[]): string | null {
  const written = outputs.filter((output) => output.trim() !== '');
  if (written.length < enough) return null;
  const counts = new Map<string, number>();
  for (const output of written) {
    const marker = markerOf(output);
    if (marker !== null) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  }
  const shared = [...counts].find(([, count]) => count >= nearlyAll * written.length);
  return shared ? shared[0] : null;
}

function markerOf(output: string): string | null {
  const marker = lastMarker.exec(output)?.[0].trimEnd();
  if (marker === undefined) return null;
  const name = marker.toLowerCase().replace(/\P{L}/gu, '');
  return endings.has(name.replace(/(?:token|id)$/u, '')) ? marker : null;
}

function withoutEnd(output: string, marker: string): string {
  let text = output;
  for (;;) {
    const end = text.trimEnd();
    if (!end.endsWith(marker)) return text;
    text = end.slice(0, -marker.length).trimEnd();
  }
}
