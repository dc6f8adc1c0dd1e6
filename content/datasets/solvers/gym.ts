import type { Given, Solver } from '../solver.ts';

const words = (list: string): string[] => list.split(', ');
const numberWords = ['zero', 'one', 'two', 'three', 'four'];
const places = ['first', 'second', 'third', 'fourth', 'fifth'];
const times: Readonly<Record<string, number>> = { once: 1, twice: 2, 'three times': 3 };
const solver = (solve: (input: string, slot: (name: string) => string) => string): Solver => ({
  solve: (input, { slots }: Given) => solve(input, (name) => slots[name] ?? ''),
});

/** Does one of the orders that gym_two is made of. */
function obey(order: string, list: readonly string[]): string {
  const nth = /^copy the (\w+) word$/.exec(order)?.[1];
  if (nth) return nth === 'last' ? list.at(-1)! : list[places.indexOf(nth)]!;
  const without = /^leave out (.*)$/.exec(order)?.[1];
  if (without) return list.filter((word) => word !== without).join(', ');
  const added = /^put (\w+) at the end/.exec(order)?.[1];
  if (added) return [...list, added].join(', ');
  if (order === 'turn the list round') return [...list].reverse().join(', ');
  const [, said = '', isTwice] = /^write (\w+)( twice)?$/.exec(order) ?? [];
  return isTwice ? `${said} ${said}` : said;
}

const bad = /awful|terrible|horrible|very bad|mess|not so|a bit|rather bad|not very/;

/** Solvers of the reading gym by task id. */
export const gymSolvers: Readonly<Record<string, Solver>> = {
  gym_replace: solver((input, slot) =>
    input
      .split(/([\p{L}]+)/u)
      .map((piece) => (piece === slot('x') ? slot('y') : piece))
      .join(''),
  ),
  gym_verbal: solver((input, slot) => slot(bad.test(input) ? 'v' : 'u')),
  gym_cond: solver((input, slot) =>
    slot(input.split(/[^\p{L}]+/u).includes(slot('w')) ? 'a' : 'b'),
  ),
  gym_select: solver(
    (input, slot) =>
      `${input.split(/(?<=\.) /).find((one) => one.split(/[ .]/).includes(slot('w')))} ${slot('v')}`,
  ),
  gym_count: solver(
    (input, slot) => numberWords[words(input).filter((word) => word === slot('w')).length]!,
  ),
  gym_format: solver(
    (input, slot) =>
      `<${slot('tag')}> ${words(input)[places.indexOf(slot('n'))]} </${slot('tag')}>`,
  ),
  gym_repeat: solver((input, slot) => {
    const word = words(input)[places.indexOf(slot('n'))]!;
    return [...Array<string>(times[slot('k')]!).fill(word), slot('w')].join(' ');
  }),
  gym_two: solver((input, slot) => {
    const list = words(input);
    return `${obey(slot('first'), list)}; ${obey(slot('second'), list)}`;
  }),
  gym_negate: solver((_, slot) => slot('w')),
  gym_start: solver((input, slot) =>
    slot('place') === 'start' ? `${slot('w')} ${input}` : `${input} ${slot('w')}`,
  ),
};
