import { answerForms } from '../../answerForms.ts';
import { animals, colours, people, places, things } from '../../../world/lexicon.ts';
import { makeMixedText } from '../../texts/mixedText.ts';
import type { Case, TaskSource } from '../../taskSource.ts';
import { wordings } from '../../wordings.ts';

/** The world's words of this kind in the text, in order of first mention. */
export function mentioned(text: string, words: readonly string[]): string[] {
  return words
    .map((word) => ({ word, at: text.search(new RegExp(`\\b${word}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)
    .map(({ word }) => word);
}

export const entityWords = {
  person: people.map(({ name }) => name),
  place: places.map(({ word }) => word),
  thing: things.map(({ word }) => word),
  animal: animals.map(({ word }) => word),
  colour: colours,
} as const;
export type EntityKind = keyof typeof entityWords;

interface Listing {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly definition: string;
  readonly definitionZh: string;
  readonly wordings: string;
}

const difficultyOf = (count: number): Case['difficulty'] => (count <= 1 ? 1 : count === 2 ? 2 : 3);

/** A task that lists all entities of one kind; one text in eight has none. */
export function listing({ kind, wordings: asked, ...head }: Listing): TaskSource {
  const words = entityWords[kind];
  return {
    ...head,
    cluster: 'entity recognition',
    metric: 'setF1',
    category: 'Named Entity Recognition',
    reasoning: 'Reading Comprehension -> Finding Names',
    domain: 'Stories',
    constraints: [answerForms.list],
    wordings: wordings(asked),
    draw({ texts, stream, people: cast }) {
      const wantsSome = stream.chance(0.9);
      for (;;) {
        const text = makeMixedText(texts, cast);
        const found = mentioned(text, words);
        if (wantsSome && found.length === 0) continue;
        return {
          input: text,
          output: found.join(', ') || 'none',
          difficulty: difficultyOf(found.length),
        };
      }
    },
    explain: ({ output }) =>
      output === 'none'
        ? 'The text names none.'
        : 'These are all of them, each once, in the order of the text.',
    mistake: ({ output, input }, stream) => ({
      output: output.includes(', ')
        ? output.split(', ')[0]!
        : `${output}, ${stream.pick(words.filter((word) => !input.includes(word)))}`,
      explanation: 'The list must hold all of them and nothing else.',
    }),
  };
}
