import type { RandomStream } from '../../src/core/random.ts';
import { joinList, numbers, people } from '../world/lexicon.ts';
import { aspectList, makeReview, type Review } from '../world/review.ts';
import { answer } from './answers.ts';
import { upperStart } from './sentences.ts';

function verdict({ stars, subject }: Review, stream: RandomStream): string {
  const word = numbers[stars]!;
  const unit = stars === 1 ? 'star' : 'stars';
  return stream.pick([
    `I give it ${word} ${unit}.`,
    `${upperStart(word)} ${unit}.`,
    `${stars} ${unit} out of 5.`,
    `That makes ${word} ${unit}.`,
    `So ${subject} gets ${stars} ${unit} from me.`,
    `My rating: ${stars}.`,
    `${upperStart(word)} of five ${unit === 'star' ? 'stars' : unit}.`,
  ]);
}

function remark(review: Review, stream: RandomStream): string {
  const { stars, liked, disliked, reasons } = review;
  const happy = stars > 3;
  const options = [
    stars === 3 ? 'The writer is half happy.' : `The writer is ${happy ? 'happy' : 'unhappy'}.`,
    stars === 3
      ? 'Perhaps the writer will come again.'
      : happy
        ? 'The writer would do it again.'
        : 'The writer would not do it again.',
    `The reason? ${upperStart(reasons[0]!)}.`,
    `Why? Because ${joinList(reasons)}.`,
    liked.length > 0 ? `The writer liked ${aspectList(liked)}.` : 'The writer liked nothing.',
    disliked.length > 0
      ? `The writer did not like ${aspectList(disliked)}.`
      : 'The writer liked everything.',
    `It is about ${review.subject}.`,
    `This is a ${stars === 3 ? 'mixed' : happy ? 'good' : 'bad'} review.`,
  ];
  return stream.sample(options, 1 + stream.int(2)).join(' ');
}

/** A short question about the review and its answer. */
function question(
  { stars, liked, disliked, reasons, subject }: Review,
  stream: RandomStream,
): string {
  const likes = stars > 3;
  const said = (text: string): string => answer(stream.chance(0.7) ? text : upperStart(text));
  const digit = stream.chance(0.6) ? `${stars}` : numbers[stars]!;
  const aspect = stream.pick([...liked, ...disliked]);
  const questions = [
    `How many stars is that? ${said(digit)}.`,
    `From 1 to 5? ${said(digit)}.`,
    `What is it about? ${said(subject)}.`,
    `Was the ${aspect} good or bad? ${said(liked.includes(aspect) ? 'good' : 'bad')}.`,
    `Did the writer like the ${aspect}? ${said(liked.includes(aspect) ? 'yes' : 'no')}.`,
    `Give one reason. ${said(stream.pick(reasons))}.`,
    ...(liked.length === 1 ? [`What was good? ${said(`the ${liked[0]!}`)}.`] : []),
    ...(disliked.length === 1 ? [`What was bad? ${said(`the ${disliked[0]!}`)}.`] : []),
  ];
  if (stars !== 3)
    questions.push(
      `Happy or unhappy? ${said(likes ? 'happy' : 'unhappy')}.`,
      `Is that a good or a bad review? ${said(likes ? 'good' : 'bad')}.`,
      `Would the writer tell a friend to go? ${said(likes ? 'yes' : 'no')}.`,
    );
  return stream.sample(questions, 1 + stream.int(3)).join(' ');
}

function signed(stream: RandomStream): string {
  const name = stream.pick(people).name;
  return stream.pick([
    `${name} wrote: `,
    `What ${name} says: `,
    `A review by ${name}. `,
    '',
    '',
    '',
  ]);
}

/** One to three reviews, most with a number of stars and some with remarks on them. */
export function reviewDocument(stream: RandomStream): string {
  const count = 1 + stream.int(3);
  const blocks = Array.from({ length: count }, () => {
    const review = makeReview(stream);
    const parts = [signed(stream) + review.text];
    if (stream.chance(0.8)) parts.push(verdict(review, stream));
    if (stream.chance(0.4) || count === 1) parts.push(remark(review, stream));
    if (stream.chance(0.7)) parts.push(question(review, stream));
    return parts.join(stream.chance(0.8) ? ' ' : '\n');
  });
  return blocks.join('\n');
}
