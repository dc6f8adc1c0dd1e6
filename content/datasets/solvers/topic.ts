import type { Solver } from '../solver.ts';

const cues: Readonly<Record<string, RegExp>> = {
  weather: /\brain|\bsnow|It rained|It snowed|wind|clouds|sun |fog|storm/i,
  travel: /train|\bbus\b|ship|packed|road to|ticket|drove/,
  work: /is a (teacher|nurse|baker|driver)|boss|office|works|job|paints|got paid/,
  food: /cooked|made (soup|cheese|rice|bread|honey)|\bate\b|\bplate\b|sweet|was (hot|good)|hungry|lunch|asked for more|shared a/,
  animals: /grass|fed|washed|found|babies|looked at|loud noise|hid under|wants to have/,
};

const sentences = (input: string): string[] => input.split(/(?<=\.) /);
const topicOf = (sentence: string): string =>
  Object.keys(cues).find((topic) => cues[topic]!.test(sentence)) ?? '';

function counted(input: string): [string, number][] {
  const all = sentences(input).map(topicOf);
  return [...new Set(all)].map((topic) => [topic, all.filter((one) => one === topic).length]);
}

/** Solvers of the cluster 'topic and genre' by task id. */
export const topicSolvers: Readonly<Record<string, Solver>> = {
  topic_story: { solve: (input) => counted(input).sort((a, b) => b[1] - a[1])[0]![0] },
  topic_odd: {
    solve(input) {
      const odd = counted(input).find(([, count]) => count === 1)?.[0];
      return sentences(input).find((one) => topicOf(one) === odd) ?? '';
    },
  },
  topic_genre: {
    solve(input) {
      if (/print\(|console\.log/.test(input)) return 'code';
      if (/"|^\w+: /.test(input)) return 'talk';
      if (/[tT]he \w+ was /.test(input)) return 'review';
      return /\.$/.test(input) ? 'story' : 'list';
    },
  },
  topic_keyword: {
    solve(input) {
      const [first = '', second = ''] = sentences(input).map((one) =>
        [...one.matchAll(/the (\w+)/g)].map(([, word]) => word!),
      ) as unknown as [string[], string[]];
      return [...first].find((word) => second.includes(word)) ?? '';
    },
  },
};
