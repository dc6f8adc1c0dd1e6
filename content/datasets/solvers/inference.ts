import type { Solver } from '../solver.ts';

interface Statement {
  readonly who: string;
  readonly verb: string;
  readonly colour: string;
  readonly thing: string;
}

const forms: Readonly<Record<string, string>> = {
  had: 'have',
  found: 'find',
  bought: 'buy',
  took: 'take',
  saw: 'see',
  wanted: 'want',
  liked: 'like',
  lost: 'lose',
  drew: 'draw',
};

/** 'Ana saw a red kite.' */
function readStatement(sentence: string): Statement {
  const [who = '', verb = '', , colour = '', thing = ''] = sentence.replace('.', '').split(' ');
  return { who, verb, colour, thing };
}

/** What the premises say of a hypothesis; undefined when they say nothing. */
function verdict(premises: readonly Statement[], hypothesis: string): boolean | undefined {
  const words = hypothesis.replace('.', '').split(' ');
  const last = words.at(-1);
  for (const { who, verb, colour, thing } of premises) {
    if (words[0] === 'The') {
      if (words[1] === thing) return last === colour;
      continue;
    }
    const speaksOfIt = words[0] === who || words[0] === 'Nobody';
    if (words.includes('something')) {
      if (words[0] === who && words[1] === verb && last === colour) return true;
    } else if (
      speaksOfIt &&
      last === thing &&
      (words.includes(verb) || words.includes(forms[verb]!))
    )
      return !(words[0] === 'Nobody' || words.includes('not'));
  }
  return undefined;
}

function judgePair(input: string): boolean | undefined {
  const [first = '', second = ''] = input.split('\n').map((line) => line.replace(/^\w+: /, ''));
  return verdict([readStatement(first)], second);
}

/** Solvers of the cluster 'inference' by task id. */
export const inferenceSolvers: Readonly<Record<string, Solver>> = {
  nli_three: {
    solve(input) {
      const found = judgePair(input);
      return found === undefined ? 'maybe' : found ? 'yes' : 'no';
    },
  },
  nli_two: { solve: (input) => (judgePair(input) === false ? 'no' : 'yes') },
  nli_pick: {
    solve(input, { options }) {
      const premises = input.split(/(?<=\.) /).map(readStatement);
      return options.find((option) => verdict(premises, option) === true) ?? '';
    },
  },
  nli_write: {
    solve(input) {
      const [sentence = ''] = input.split('.');
      const got = /^(\w+) got (.*) from \w+$/.exec(sentence);
      if (got) return `${got[1]} has ${got[2]} now.`;
      const to = /^\w+ gave (.*) to (\w+)$/.exec(sentence);
      if (to) return `${to[2]} has ${to[1]} now.`;
      const gave = /^\w+ gave (\w+) (.*)$/.exec(sentence);
      return gave ? `${gave[1]} has ${gave[2]} now.` : '';
    },
  },
};
