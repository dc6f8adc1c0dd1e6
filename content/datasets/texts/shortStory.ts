import type { RandomStream } from '../../../src/core/random.ts';
import { makeCast } from '../../world/cast.ts';
import type { Person } from '../../world/lexicon.ts';
import { tellStory, type Story } from '../../world/story.ts';
import { storySchemas } from '../../world/storySchemas.ts';

/** Longest story text in characters: about 45 tokens, so that a small model sees many of them. */
const maxStoryLength = 165;
const attemptsPerSchema = 60;
const maxSchemas = 60;

/**
 * Draws a story that is short and passes `isFit`: first its schema, so that wordy schemas are not rarer
 * than terse ones.
 * @throws Error when none is found.
 */
export function makeShortStory(
  stream: RandomStream,
  people: readonly Person[],
  isFit: (story: Story) => boolean = () => true,
): Story {
  for (let i = 0; i < maxSchemas; i++) {
    const schema = stream.pick(storySchemas);
    for (let attempt = 0; attempt < attemptsPerSchema; attempt++) {
      const story = tellStory(schema, makeCast(stream, { people }), stream);
      if (story.text.length <= maxStoryLength && isFit(story)) return story;
    }
  }
  throw new Error(`no fitting story of at most ${maxStoryLength} characters`);
}
