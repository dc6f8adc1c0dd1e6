import type { Wording } from '../../src/core/tasks/task.ts';

type Written = Omit<Wording, 'id'>;

/**
 * Wordings, one a line. A sign in front says what is special: `>` it stands after the input, `?` it is
 * held out for the test, `~` it is inverted (asks for the input given the output).
 */
export function wordings(text: string): Written[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, signs = '', words = ''] = /^([>?~\s]*)(.*)$/.exec(line) ?? [];
      return {
        text: words,
        place: signs.includes('>') ? 'after' : 'before',
        ...(signs.includes('?') ? { isHeldOut: true } : {}),
        ...(signs.includes('~') ? { isInverted: true } : {}),
      };
    });
}
