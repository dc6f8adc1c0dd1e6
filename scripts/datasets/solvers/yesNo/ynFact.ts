import { locate, readTask } from '../questions/scene.ts';

/** Looks up the asked thing's sentence and compares place, colour or person. */
export function solve(input: string): string {
  const { sentences, question } = readTask(input);
  return isTrue(sentences, question) ? 'yes' : 'no';
}

function isTrue(sentences: readonly string[], question: string): boolean {
  const where = /^Was (.*) ((?:at|in|on) the \w+)\?$/.exec(question);
  if (where) return locate(sentences, where[1]!)?.place === where[2];
  const about =
    /^Was the (\w+) (\w+)\?$/.exec(question) ??
    /^Did the (\w+) belong to (\w+)\?$/.exec(question) ??
    /^Did (?<who>\w+) \w+ the (?<what>\w+)\?$/.exec(question);
  const [subject, mark] = about?.groups
    ? [about.groups['what'], about.groups['who']]
    : [about?.[1], about?.[2]];
  const found = locate(sentences, subject ?? '');
  return found !== undefined && found.sentence.split(/[ ,.]/).includes(mark ?? '');
}
