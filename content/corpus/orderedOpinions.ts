import { judgingWords } from '../world/judgingWords.ts';
import { capitalise, places } from '../world/lexicon.ts';
import { drawSayings, topics } from './topicPages.ts';
import { aspects } from './lookupsOfOpinions.ts';
import { drawPassage } from './passages.ts';
import { type Reading, type Readings, signal } from './orderedReadings.ts';

/** Words of judgement from 0 (very bad) to 3 (very good). */
const judgements = [
  judgingWords[-2],
  [...judgingWords[-1], 'bad'],
  judgingWords[1],
  judgingWords[2],
];
/** Stars of a review whose judgements are all of this kind; of one with good and bad parts. */
const starsOf = [1, 2, 4, 5];
const mixedStars = 3;

const happyOrNot = [
  ['happy', 'unhappy'],
  ['good', 'bad'],
  ['positive', 'negative'],
  ['glad', 'sad'],
  ['likes it', 'hates it'],
] as const;

/** Orders about a review of one or two things. */
export const ofReviews: Readings = (stream) => {
  const isMixed = stream.chance(0.5);
  const kind = stream.int(4);
  const [first, second] = stream.sample(aspects, 2) as [string, string];
  const clause = (aspect: string, level: number): string =>
    `the ${aspect} was ${stream.pick(judgements[level]!)}`;
  const other = isMixed ? (kind + 2) % 4 : kind < 2 ? stream.int(2) : 2 + stream.int(2);
  const clauses = [clause(first, kind), clause(second, isMixed ? other : kind)] as const;
  const isSingle = !isMixed && stream.chance(0.4);
  const body = isSingle ? clauses[0] : clauses.join(isMixed ? ', but ' : ', and ');
  const opening = stream.pick([
    `They went to see the ${stream.pick(places).word}. `,
    `A day ${stream.pick(places).at}. `,
    `What we found ${stream.pick(places).at}: `,
    '',
  ]);
  const text = `${opening}${opening.endsWith(': ') ? body : capitalise(body)}.`;
  const isGood = kind > 1;
  const stars = isMixed ? mixedStars : starsOf[kind]!;
  const feeling = (): Reading => {
    const pair = stream.pick(happyOrNot);
    const choices = stream.chance(0.5) ? pair : ([pair[1], pair[0]] as const);
    const said = isGood ? pair[0] : pair[1];
    const order = stream.pick([
      `Was the one who wrote it ${choices[0]} or ${choices[1]}?`,
      `Say how it sounds: ${choices.join(' or ')}.`,
      `How did the visitor find it? Say ${choices[0]} or ${choices[1]}.`,
      `Say ${choices.join(' or ')}.`,
      'What did the visitor think of it?',
    ]);
    return { order, text, said, choices };
  };
  const rated = (): Reading => ({
    order: stream.pick([
      'How many stars? From 1 to 5.',
      'Give it stars, from 1 for awful to 5 for wonderful.',
      'Say a number from 1 (very bad) to 5 (very good).',
      'Rate it with 1, 2, 3, 4 or 5.',
    ]),
    text,
    said: `${stars}`,
    choices: ['1', '2', '3', '4', '5'],
  });
  const again = (): Reading => {
    const order = stream.pick([
      'Would you tell your friends to go there? Yes or no?',
      'Will the visitor come back: yes or no?',
      'Yes or no: is it worth a visit?',
    ]);
    return { order, text, said: isGood ? 'yes' : 'no' };
  };
  const signalled = (): Reading => {
    const claim = stream.pick([
      'the visitor was happy',
      'it is praise',
      'somebody liked it',
      'these are kind words',
    ]);
    return { ...signal({ isSo: isGood, claim }, stream), text };
  };
  const whole = [feeling, feeling, rated, again, signalled];
  const [good, bad] = isGood ? ([0, 1] as const) : ([1, 0] as const);
  const nouns = [first, second] as const;
  const better = (): Reading => {
    const wantsGood = stream.chance(0.6);
    const order = wantsGood
      ? stream.pick(['What was fine?', 'Which thing pleased the visitor?', 'Say what was good.'])
      : stream.pick(['What was bad?', 'Which thing was a pity?', 'Say what was not good.']);
    return { order, text, said: nouns[wantsGood ? good : bad], choices: nouns };
  };
  const reason = (): Reading => {
    const wantsGood = stream.chance(0.5);
    const order = wantsGood
      ? stream.pick(['Say only the part with praise.', 'Tell the good part of it, word for word.'])
      : stream.pick(['Say only the complaint.', 'Tell the bad part of it, word for word.']);
    return { order, text, said: capitalise(clauses[wantsGood ? good : bad]) };
  };
  const makers = isMixed ? [better, better, reason, rated] : whole;
  return stream.sample(makers, 2 + stream.int(2)).map((make) => make());
};

/** Orders about short sentences of one topic, or with one of another. */
export const ofTopics: Readings = (stream) => {
  const [own, strange] = stream.sample(topics, 2) as [string, string];
  const lines = drawSayings(stream, own, 2 + stream.int(2));
  const choices = stream.shuffle([
    own,
    ...stream
      .sample(
        topics.filter((topic) => topic !== own),
        3,
      )
      .slice(0, 1 + stream.int(3)),
  ]);
  const about = (): Reading => ({
    order: stream.pick([
      'What is it about? Say one word.',
      'Name the topic.',
      'Which word fits all of it?',
      `Say what they talk about: ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
      `Is it about ${choices.join(' or about ')}?`,
    ]),
    text: lines.join(' '),
    said: own,
    choices,
  });
  const [odd] = drawSayings(stream, strange, 1) as [string];
  const mixed = stream.shuffle([...lines.slice(0, 2), odd]);
  const strangest = (): Reading => ({
    order: stream.pick([
      'One of them does not go with the others. Say it.',
      'Find the one that is about something else.',
      `Say the one about ${strange}.`,
    ]),
    text: mixed.join(' '),
    said: odd,
  });
  const kinds = ['story', 'review', 'list', 'talk'];
  const genre = (): Reading => {
    const kind = stream.pick(kinds);
    const written: Record<string, () => string> = {
      story: () => drawPassage(stream, 3).text,
      review: () => ofReviews(stream)[0]!.text,
      list: () => stream.sample(aspects, 3 + stream.int(2)).join(', '),
      talk: () =>
        `"${capitalise(own)}?" "Yes, ${lines[0]!.replace(/\.$/, '')}," said the ${stream.pick(['cook', 'guest', 'boy'])}.`,
    };
    const shown = stream.shuffle(kinds);
    return {
      order: stream.pick([
        'What sort of writing is it?',
        `Is it a ${shown[0]}, a ${shown[1]}, a ${shown[2]} or a ${shown[3]}?`,
        'Say what you read: one word.',
      ]),
      text: written[kind]!(),
      said: kind,
      choices: shown,
    };
  };
  return stream.sample([about, about, strangest, genre], 2 + stream.int(2)).map((make) => make());
};
