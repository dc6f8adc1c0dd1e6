import { normaliseInput } from './drawSplits.ts';

/** A question that nothing may have been trained on. */
export interface TestedQuestion {
  readonly id: string;
  readonly input: string;
  readonly output: string;
}

/** Inputs with fewer words ("the red dog") are everyday language; with their answer they are a leak. */
const tellingWords = 8;

/**
 * Prepares a search for test questions inside pre-training documents. The search returns the ids of
 * those whose whole input stands in the document, and for short inputs their answer too; letter case,
 * signs and line breaks do not count.
 */
export function createLeakFinder(
  questions: readonly TestedQuestion[],
): (document: string) => readonly string[] {
  const byStart = new Map<string, TestedQuestion[]>();
  for (const { id, ...question } of questions) {
    const input = normaliseInput(question.input);
    const key = startOf(input.split(' '), 0);
    const tested = { id, input, output: normaliseInput(question.output) };
    byStart.set(key, [...(byStart.get(key) ?? []), tested]);
  }
  return (document) => {
    const text = normaliseInput(document);
    const words = text.split(' ');
    const candidates = words.flatMap((_, at) => byStart.get(startOf(words, at)) ?? []);
    return candidates.filter((question) => isInside(question, text)).map(({ id }) => id);
  };
}

const startOf = (words: readonly string[], at: number): string =>
  `${words[at] ?? ''} ${words[at + 1] ?? ''}`;

function isInside({ input, output }: TestedQuestion, text: string): boolean {
  const padded = ` ${text} `;
  if (!padded.includes(` ${input} `)) return false;
  return input.split(' ').length >= tellingWords || padded.includes(` ${output} `);
}
