import { randomStream } from '../../src/core/random.ts';
import { allRules, ruleCase, type Rule } from './replacementRules.ts';

/** Share of training examples whose text does not hold the rule's word. */
const noOpShare = 0.4;
const testRules = 300;

const wordings = [
  'Replace {x} by {y} in the text.',
  'Write the text again with {y} instead of {x}.',
  'Copy the text and say {y} for {x}.',
];

type Case = ReturnType<typeof ruleCase>;
const unseen: readonly Rule[] = allRules.slice(-testRules);

const taskText = (id: string, parts: Readonly<Record<'train' | 'validation' | 'test', Case[]>>) =>
  JSON.stringify({
    Definition: ['Write the text, but with {y} for {x}.'],
    Instances: Object.values(parts)
      .flat()
      .map(({ input, output, slots }) => ({ input, output: [output], slots })),
    'Instance License': ['Apache-2.0'],
    Mixdesk: {
      id,
      cluster: 'reading gym',
      metric: 'strictMatch',
      family: true,
      wordings: wordings.map((text, i) => ({ id: `w${i + 1}`, text })),
      splits: Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, list.length])),
    },
  });

/**
 * The task file of one point of the curve: `nExamples` examples of the first `nRules` rules. Its
 * validation split has the same rules in new texts, its test split unseen rules whose word is in the
 * text.
 */
export function ruleTask(nRules: number, nExamples: number): string {
  const rules = allRules.slice(0, nRules);
  const seen = new Set<string>();
  const draw = (part: string, i: number, rule: Rule, isPresent: boolean): Case => {
    for (let attempt = 0; ; attempt++) {
      const stream = randomStream('instruction count', part, i, attempt);
      const drawn = ruleCase(stream, rule, isPresent);
      const key = `${drawn.input}\n${rule.x}\n${rule.y}`;
      if (seen.has(key) && attempt < 50) continue;
      seen.add(key);
      return drawn;
    }
  };
  const test = unseen.map((rule, i) => draw('test', i, rule, true));
  const validation = unseen.map((_, i) => draw('seen', i, rules[i % nRules]!, true));
  const train = Array.from({ length: nExamples }, (_, i) => {
    const isPresent = !randomStream('instruction count', 'no-op', i).chance(noOpShare);
    return draw('train', i, rules[i % nRules]!, isPresent);
  }).filter(({ input, slots }) => !isHeldOut(input, slots, validation));
  return taskText('gym_rules', { train, validation, test });
}

/** Unseen rules whose word is not in the text: the right answer is a copy. */
export function noOpTask(): string {
  const draw = (part: string, rule: Rule, i: number): Case =>
    ruleCase(randomStream('instruction count', 'no-op', part, i), rule, false);
  const [train, validation] = ['train', 'validation'].map((part) =>
    unseen.slice(0, 5).map((rule, i) => draw(part, rule, i)),
  ) as [Case[], Case[]];
  return taskText('gym_no_op', {
    train,
    validation,
    test: unseen.map((rule, i) => draw('test', rule, i)),
  });
}

const heldOutKeys = new WeakMap<readonly Case[], Set<string>>();

function isHeldOut(input: string, { x, y }: Rule, held: readonly Case[]): boolean {
  let keys = heldOutKeys.get(held);
  if (!keys) {
    keys = new Set(held.map((one) => `${one.input}\n${one.slots.x}\n${one.slots.y}`));
    heldOutKeys.set(held, keys);
  }
  return keys.has(`${input}\n${x}\n${y}`);
}
