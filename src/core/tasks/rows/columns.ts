/** What a key of a row is to its question. */
export type Role =
  | 'instruction'
  | 'question'
  | 'input'
  | 'context'
  | 'system'
  | 'history'
  | 'output'
  | 'options'
  | 'split'
  | 'group'
  | 'task'
  | 'messages'
  | 'instances'
  | 'id';

/**
 * The keys and column names that the field's files use, lower case without `_`, `-` and spaces; of several that a row has the
 * first one that is listed. The only table of its kind.
 */
export const aliases: Readonly<Record<Role, readonly string[]>> = {
  instruction: ['instruction', 'instructions', 'prompt', 'definition', 'taskdescription'],
  question: ['question', 'query'],
  input: [
    'inputspretokenized',
    'input',
    'inputs',
    'text',
    'sentence',
    'source',
    'src',
    'document',
    'article',
    'dialogue',
  ],
  context: ['context', 'passage', 'paragraph', 'background', 'knowledge'],
  system: ['system', 'systemprompt', 'systemmessage'],
  history: ['history'],
  output: [
    'targetspretokenized',
    'output',
    'outputs',
    'completion',
    'completions',
    'response',
    'responses',
    'target',
    'targets',
    'answer',
    'answers',
    'label',
    'summary',
    'tgt',
  ],
  options: ['options', 'choices', 'answerchoices'],
  split: ['split', 'subset', 'partition', 'fold'],
  group: ['group', 'groupid'],
  task: ['taskname', 'task'],
  messages: ['messages', 'conversations', 'conversation'],
  instances: ['instances', 'positiveexamples', 'positiveexample'],
  id: ['id', 'idx', 'uid', 'guid', 'index', 'rowid'],
};

/** How a key is compared: `Input_Text` is `inputtext`. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '');

/** Which of a row's keys plays which role; unknown ones are those that play none. */
export interface Columns {
  readonly keyOf: ReadonlyMap<Role, string>;
  readonly unknown: readonly string[];
}

export function columnsOf(keys: readonly string[]): Columns {
  const byPlainKey = new Map(keys.map((key) => [plainKey(key), key]));
  const keyOf = new Map<Role, string>();
  for (const [role, names] of Object.entries(aliases) as [Role, readonly string[]][]) {
    const name = names.find((one) => byPlainKey.has(one));
    if (name !== undefined) keyOf.set(role, byPlainKey.get(name)!);
  }
  const known = new Set(keyOf.values());
  return { keyOf, unknown: keys.filter((key) => !known.has(key)) };
}
