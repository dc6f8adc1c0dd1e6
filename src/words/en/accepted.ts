import type { Accepted } from '../../core/settingRows.ts';

/** What a row accepts: "a whole number from 1 to 256". */
export function acceptedWords(accepted: Accepted): string {
  switch (accepted.kind) {
    case 'number': {
      const { isInteger, hasAuto, min, max } = accepted;
      const number = `${isInteger ? 'a whole number' : 'a number'} from ${min} to ${max}`;
      return hasAuto ? `${number}, or auto` : number;
    }
    case 'flag':
      return 'true or false';
    case 'choice':
      return `one of ${accepted.choices.join(', ')}`;
  }
}
