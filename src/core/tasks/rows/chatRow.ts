import { AppError } from '../../errors.ts';
import type { RowKind } from './rowKind.ts';
import { type RowAt, isRecord, scalarText, shortJson } from './rowText.ts';
import { turnsText, type Turn } from './turns.ts';

const rolesByWord = new Map<string, Turn['role']>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['prompter', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['bot', 'assistant'],
  ['chatgpt', 'assistant'],
  ['model', 'assistant'],
]);

/**
 * A conversation: chat messages (`role`, `content`) or ShareGPT (`from`, `value`). The last answer is what is to be learnt, all
 * that comes before it is the question.
 */
export const chatRow: RowKind = {
  name: 'chatRow',
  fits: ({ keyOf }) => keyOf.has('messages'),
  read(row, { keyOf }, at) {
    const { place } = at;
    const key = keyOf.get('messages')!;
    const listed = row[key];
    if (!Array.isArray(listed)) {
      throw new AppError('bad-file', 'rowNoChat', { ...at, key, got: shortJson(listed) });
    }
    const systemKey = keyOf.get('system');
    const system = systemKey === undefined ? '' : (scalarText(row[systemKey]) ?? '');
    const told: Turn[] = system === '' ? [] : [{ role: 'system', text: system }];
    const turns = [...told, ...listed.map((one) => turnOf(one, key, at))];
    const last = turns.findLastIndex(({ role, text }) => role === 'assistant' && text !== '');
    if (last < 0) return [{ reason: 'noOutput', place }];
    const input = turnsText(turns.slice(0, last));
    if (input === '') return [{ reason: 'noQuestion', place }];
    return [{ instruction: '', input, outputs: [turns[last]!.text], place }];
  },
};

function turnOf(raw: unknown, key: string, at: RowAt): Turn {
  const said = isRecord(raw) ? raw : {};
  const word = scalarText(said['role'] ?? said['from'] ?? said['speaker'])?.toLowerCase() ?? '';
  const role = rolesByWord.get(word);
  const text = contentText(said['content'] ?? said['value'] ?? said['text']);
  if (role && text !== null) return { role, text };
  throw new AppError('bad-file', 'rowNoChat', { ...at, key, got: shortJson(raw) });
}

/** Text, or a list of parts of which those of text are read. */
function contentText(value: unknown): string | null {
  if (!Array.isArray(value)) return scalarText(value);
  const texts = value.map((part) => (isRecord(part) ? scalarText(part['text']) : scalarText(part)));
  return texts.every((text) => text !== null) ? texts.filter(Boolean).join('\n') : null;
}
