/** Something that was said in a conversation. */
export interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

const names: Readonly<Record<Turn['role'], string>> = {
  system: '',
  user: 'User: ',
  assistant: 'Assistant: ',
};

/** A conversation as text, a turn a line; one question alone stands as it is. */
export function turnsText(turns: readonly Turn[]): string {
  const said = turns.filter(({ role }) => role !== 'system');
  const isOneQuestion = said.length === 1 && said[0]!.role === 'user';
  return turns
    .map(({ role, text }) => (isOneQuestion ? text : `${names[role]}${text}`))
    .filter(Boolean)
    .join('\n');
}
