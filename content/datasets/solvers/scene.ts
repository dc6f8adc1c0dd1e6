/** A sentence of a text about where things are, as read. */
export interface Located {
  readonly subject: string;
  readonly place: string;
  readonly sentence: string;
}

/** Reads 'text ⏎ Question: …' into its sentences and its question. */
export function readTask(input: string): { sentences: string[]; question: string } {
  const [text = '', question = ''] = input.split('\nQuestion: ');
  return { sentences: text.split(/(?<=\.) /), question };
}

/** The sentence that names this word, and the place it ends with. */
export function locate(sentences: readonly string[], subject: string): Located | undefined {
  const word = subject.replace(/^the /, '');
  for (const sentence of sentences) {
    const place = /\b(?:at|in|on) the \w+(?=\.$)/.exec(sentence)?.[0];
    if (place && sentence.split(/[ ,.]/).includes(word)) return { subject, place, sentence };
  }
  return undefined;
}

/** The sentence that has this word. */
export const sentenceWith = (sentences: readonly string[], word: string): string | undefined =>
  sentences.find((sentence) => sentence.split(/[ ,.]/).includes(word));
