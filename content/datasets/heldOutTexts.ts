import { corpusDocument, genreOf, genres } from '../corpus/index.ts';
import { corpusSeed, heldOutStart } from '../corpus/seed.ts';

/** Documents that are looked through for each genre's shortest. */
const lookedThrough = 400;

/**
 * `held-out/texts.json`: pre-training text that no model was trained on, the shortest of the first held-out documents of each
 * genre: few tokens, so that they can be read at each evaluation of a run.
 */
export function heldOutTexts(): [name: string, text: string] {
  const shortest = new Map<string, string>();
  for (let index = heldOutStart; index < heldOutStart + lookedThrough; index++) {
    const genre = genreOf(corpusSeed, index);
    const text = corpusDocument(corpusSeed, index);
    const before = shortest.get(genre);
    if (before === undefined || text.length < before.length) shortest.set(genre, text);
  }
  const texts = genres.map(({ name }) => shortest.get(name)!);
  return ['held-out/texts.json', `${JSON.stringify({ texts }, null, 1)}\n`];
}
