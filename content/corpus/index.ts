import { randomStream, type RandomStream } from '../../src/core/random.ts';
import { withoutMarks } from './answers.ts';
import { bilingualDocument } from './bilingualPages.ts';
import { codeDocument } from './codePages.ts';
import { definitionDocument } from './definitions.ts';
import { dialogueDocument } from './dialogues.ts';
import { grammarDocument } from './grammar.ts';
import { listDocument } from './listsAndCards.ts';
import { lookupDocument } from './lookups.ts';
import { orderedDocument } from './orderedPages.ts';
import { plainDocument } from './plainTexts.ts';
import { reviewDocument } from './reviews.ts';
import { storyDocument } from './stories.ts';
import { teacherDocument } from './teacherLines.ts';
import { topicDocument } from './topicPages.ts';

export interface Genre {
  name: string;
  /** Share of the documents, in %. */
  share: number;
  write: (stream: RandomStream) => string;
}

/** The genres of the pre-training corpus. */
export const genres: Genre[] = [
  { name: 'stories', share: 12, write: storyDocument },
  { name: 'plain texts', share: 3, write: plainDocument },
  { name: 'sentences', share: 5, write: grammarDocument },
  { name: 'dialogues', share: 7, write: dialogueDocument },
  { name: 'look-ups', share: 16, write: lookupDocument },
  { name: 'orders', share: 13, write: orderedDocument },
  { name: 'teacher lines', share: 11, write: teacherDocument },
  { name: 'reviews', share: 5, write: reviewDocument },
  { name: 'topics', share: 4, write: topicDocument },
  { name: 'definitions', share: 4, write: definitionDocument },
  { name: 'lists and cards', share: 6, write: listDocument },
  { name: 'bilingual', share: 9, write: bilingualDocument },
  { name: 'code', share: 5, write: codeDocument },
];

const shares = genres.map((genre) => genre.share);

/** Document `index` of the corpus with this seed: plain text without an empty line. */
export const corpusDocument = (seed: number | string, index: number): string =>
  withoutMarks(markedDocument(seed, index));

/** The same with its answers marked, where its genre marks them (answers.ts). */
export function markedDocument(seed: number | string, index: number): string {
  const stream = randomStream(seed, 'corpus', index);
  return drawGenre(stream).write(stream);
}

/** The name of the document's genre. */
export const genreOf = (seed: number | string, index: number): string =>
  drawGenre(randomStream(seed, 'corpus', index)).name;

const drawGenre = (stream: RandomStream): Genre => genres[stream.weighted(shares)]!;
