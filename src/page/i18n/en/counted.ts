import { formatWhole } from '../format.ts';

/** A number of things in English: "1 token", "1,200 tokens". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${formatWhole(n)} ${n === 1 ? one : many}`;
