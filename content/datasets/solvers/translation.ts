import { chinese } from '../../world/chinese.ts';
import { french } from '../../world/french.ts';
import type { Solver } from '../solver.ts';

const verbTable = [
  ['has', 'a', '有'],
  ['sees', 'voit', '看见'],
  ['wants', 'veut', '想要'],
  ['takes', 'prend', '拿'],
  ['buys', 'achète', '买'],
] as const;

interface Phrase {
  readonly noun: string;
  readonly colour?: string;
}
interface Meaning {
  readonly who: string;
  readonly verb: number;
  readonly what: readonly Phrase[];
}

const phraseOf = (words: readonly string[]): Phrase =>
  words.length > 1 ? { noun: words[1]!, colour: words[0]! } : { noun: words[0]! };

function readEnglish(text: string): Meaning {
  const [who = '', verb = '', ...rest] = text.replace('.', '').split(' ');
  const parts = rest.join(' ').split(' and ');
  return {
    who,
    verb: verbTable.findIndex(([english]) => english === verb),
    what: parts.map((part) => phraseOf(part.split(' ').slice(1))),
  };
}

const keyOf = (map: Iterable<readonly [string, string]>, value: string): string =>
  [...map].find(([, one]) => one === value)?.[0] ?? '';
const frenchNouns = [...french].map(([english, { fr }]) => [english, fr] as const);
const frenchColour = (text: string): string =>
  [...french].find(([, { fr, feminine }]) => fr === text || feminine === text)?.[0] ?? '';

function readFrench(text: string): Meaning {
  const [who = '', verb = '', ...rest] = text.replace('.', '').split(' ');
  const what = rest
    .join(' ')
    .split(' et ')
    .map((part) => part.split(' ').slice(1))
    .map(([noun = '', colour]) => ({
      noun: keyOf(frenchNouns, noun),
      ...(colour ? { colour: frenchColour(colour) } : {}),
    }));
  return { who, verb: verbTable.findIndex(([, fr]) => fr === verb), what };
}

function readChinese(text: string): Meaning {
  const [, who = '', rest = ''] = /^([A-Za-z]+)(.*)。$/.exec(text) ?? [];
  const verb = verbTable.findIndex(([, , zh]) => rest.startsWith(zh));
  const what = rest
    .slice(verbTable[verb]![2].length)
    .split('和')
    .map((part) => part.split('的').reverse())
    .map(([noun = '', colour]) => ({
      noun: keyOf(chinese, noun),
      ...(colour ? { colour: keyOf(chinese, colour) } : {}),
    }));
  return { who, verb, what };
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');
const inEnglish = ({ noun, colour }: Phrase): string =>
  colour ? `${article(colour)} ${colour} ${noun}` : `${article(noun)} ${noun}`;

function inFrench({ noun, colour }: Phrase): string {
  const { fr, gender } = french.get(noun)!;
  const paint = colour ? french.get(colour) : undefined;
  const agreed = paint ? ` ${gender === 'f' ? paint.feminine : paint.fr}` : '';
  return `${gender === 'f' ? 'une' : 'un'} ${fr}${agreed}`;
}

const inChinese = ({ noun, colour }: Phrase): string =>
  (colour ? `${chinese.get(colour)}的` : '') + chinese.get(noun);

const sayEnglish = ({ who, verb, what }: Meaning): string =>
  `${who} ${verbTable[verb]![0]} ${what.map(inEnglish).join(' and ')}.`;
const sayFrench = ({ who, verb, what }: Meaning): string =>
  `${who} ${verbTable[verb]![1]} ${what.map(inFrench).join(' et ')}.`;
const sayChinese = ({ who, verb, what }: Meaning): string =>
  `${who}${verbTable[verb]![2]}${what.map(inChinese).join('和')}。`;

/** Solvers of the cluster 'translation' by task id: read the meaning, say it anew. */
export const translationSolvers: Readonly<Record<string, Solver>> = {
  tr_en_fr: { solve: (input) => sayFrench(readEnglish(input)) },
  tr_fr_en: { solve: (input) => sayEnglish(readFrench(input)) },
  tr_en_zh: { solve: (input) => sayChinese(readEnglish(input)) },
  tr_zh_en: { solve: (input) => sayEnglish(readChinese(input)) },
  tr_which: {
    solve(input) {
      if (/\p{Script=Han}/u.test(input)) return 'Chinese';
      return / (un|une) /.test(input) ? 'French' : 'English';
    },
  },
  tr_word: {
    solve(_, { slots }) {
      const word = slots['w'] ?? '';
      return (slots['language'] === 'French' ? french.get(word)?.fr : chinese.get(word)) ?? '';
    },
  },
};
