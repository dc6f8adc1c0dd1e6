import { animals, colours, people, places, things } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const numberWords = ['none', 'one', 'two', 'three', 'four', 'five'];
const tokens = (text: string): string[] => text.split(/[^\p{L}]+/u);

/** Words of the text that are in this list, each once. */
const among =
  (list: readonly string[]) =>
  (input: string): string[] => [...new Set(tokens(input).filter((word) => list.includes(word)))];

const names = among(people.map(({ name }) => name));
const spots = among(places.map(({ word }) => word));
const listed = (find: (input: string) => string[]): Solver => ({
  solve: (input) => find(input).join(', ') || 'none',
});

/** Solvers of the cluster 'entity recognition' by task id: they look every word up. */
export const entitiesSolvers: Readonly<Record<string, Solver>> = {
  ner_people: listed(names),
  ner_places: listed(spots),
  ner_things: listed(among(things.map(({ word }) => word))),
  ner_animals: listed(among(animals.map(({ word }) => word))),
  ner_colours: listed(among(colours)),
  ner_typed: {
    solve(input) {
      const places = spots(input);
      return among([...names(input), ...places])(input)
        .map((word) => `${word}: ${places.includes(word) ? 'place' : 'person'}`)
        .join('; ');
    },
  },
  ner_count: { solve: (input) => numberWords[names(input).length] ?? 'many' },
};
