import { normaliseInput } from './drawSplits.ts';

/** The part of a task file that the search for leaks reads. */
export interface TestedFile {
  readonly Instances: readonly {
    readonly id: string;
    readonly input: string;
    readonly output: readonly string[];
    readonly split: string;
  }[];
}

interface Tested {
  readonly id: string;
  readonly input: string;
  readonly output: string;
}

/** Inputs with fewer words ("the red dog") are everyday language; with their answer they are a leak. */
const tellingWords = 8;

/**
 * Prepares a search for test instances inside pre-training documents. The search returns the id of an
 * instance whose whole input stands in the document, and for short inputs its answer too; letter case,
 * signs and line breaks do not count.
 */
export function createLeakFinder(
  files: readonly TestedFile[],
): (document: string) => string | undefined {
  const byStart = new Map<string, Tested[]>();
  for (const instance of files.flatMap(testInstances)) {
    const key = startOf(instance.input.split(' '), 0);
    byStart.set(key, [...(byStart.get(key) ?? []), instance]);
  }
  return (document) => {
    const text = normaliseInput(document);
    const words = text.split(' ');
    const candidates = words.flatMap((_, at) => byStart.get(startOf(words, at)) ?? []);
    return candidates.find((instance) => isInside(instance, text))?.id;
  };
}

const startOf = (words: readonly string[], at: number): string =>
  `${words[at] ?? ''} ${words[at + 1] ?? ''}`;

const testInstances = ({ Instances }: TestedFile): Tested[] =>
  Instances.filter(({ split }) => split === 'test').map(({ id, input, output }) => ({
    id,
    input: normaliseInput(input),
    output: normaliseInput(output[0] ?? ''),
  }));

function isInside({ input, output }: Tested, text: string): boolean {
  const padded = ` ${text} `;
  if (!padded.includes(` ${input} `)) return false;
  return input.split(' ').length >= tellingWords || padded.includes(` ${output} `);
}
