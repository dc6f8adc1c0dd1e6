import { animals, colours, foods, places, things } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const words = (nouns: readonly { readonly word: string }[]): string[] =>
  nouns.map(({ word }) => word);

/** What kind of word a gap asks for, by what stands around it. */
const gaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ate the ___|cut the ___/, words(foods)],
  [/little ___|^The ___ of/, words(animals)],
  [/put the ___|new ___/, words(things)],
  [/wall ___|it is ___/, colours],
  [/to the ___|at the ___/, words(places)],
];

/** Whether the ending speaks of what was begun, and makes sense in this world. */
function fits(beginning: string, ending: string): boolean {
  const names =
    ending.match(/\b[A-Z]\w+/g)?.filter((word) => !/^(Then|So|In|The)$/.test(word)) ?? [];
  const begun: readonly string[] = beginning.match(/\b[a-z]{3,}/g) ?? [];
  if (/^The \w+ won/.test(ending) || /drove a|read it/.test(ending)) return false;
  if (/^Then \w+ ate/.test(ending)) return false;
  const traded = /gave \w+ the (\w+) for the (\w+)/.exec(ending);
  if (traded)
    return beginning.includes(' had ') && new RegExp(`\\ban? ${traded[1]}\\b`).test(beginning);
  const found = /found (?:the (\w+)|it)/.exec(ending);
  if (found)
    return (
      /lost an? (red|blue|green|old|new|black) /.test(beginning) &&
      (!found[1] || begun.includes(found[1]))
    );
  if (/instead/.test(ending))
    return / made /.test(beginning) && names.every((name) => beginning.includes(name));
  if (/won and got/.test(ending))
    return / ran a race/.test(beginning) && names.every((name) => beginning.includes(name));
  return /brought it back/.test(ending) && /ran away/.test(beginning);
}

/** Whether the story holds what the reason says. */
function isTold(story: string, reason: string): boolean {
  const lost = /^the (\w+) was lost/.exec(reason);
  if (lost) return new RegExp(`lost an? \\w+ ${lost[1]} `).test(story);
  const traded = /^(\w+) gave the (\w+) for it/.exec(reason);
  if (traded) return new RegExp(`${traded[1]} had an? ${traded[2]}\\b`).test(story);
  return story.toLowerCase().includes(reason.toLowerCase());
}

/** Solvers of the cluster 'story completion' by task id. */
export const completionSolvers: Readonly<Record<string, Solver>> = {
  end_choose: {
    solve: (input, { options }) => options.find((ending) => fits(input, ending)) ?? '',
  },
  cloze: {
    solve(input, { options }) {
      const pool = gaps.find(([around]) => around.test(input))?.[1] ?? [];
      return options.find((word) => pool.includes(word)) ?? '';
    },
  },
  cause_choose: {
    solve: (input, { options }) => options.find((reason) => isTold(input, reason)) ?? '',
  },
  next_say: {
    solve(input) {
      const [fact = '', question = ''] = input.split('\n');
      const said = /^The \w+ is ([^,.]+)/.exec(fact)![1]!;
      return `${question.includes(': Is ') ? 'No, it' : 'It'} is ${said}.`;
    },
  },
};
