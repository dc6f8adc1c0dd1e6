import { locate, readTask } from './scene.ts';

/** The place at the end of the sentence that names what is asked for. */
export function solve(input: string): string {
  const { sentences, question } = readTask(input);
  const subject = /^Where (?:is|was) (.*)\?$/.exec(question)?.[1] ?? '';
  return locate(sentences, subject)?.place ?? '';
}
