import { answerForms } from '../../answerForms.ts';
import { capitalise, joinList } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { kinds, makeWordList, type Kind } from '../../texts/wordList.ts';
import type { Case } from '../../taskSource.ts';

const lists = inCluster({
  cluster: 'lists and words',
  category: 'Program Execution',
  reasoning: 'Following Rules -> Lists',
  domain: 'Word lists',
});

const graded = ({ length }: readonly string[]): Case['difficulty'] =>
  length <= 3 ? 1 : length === 4 ? 2 : 3;

const wholeList = ({ input }: Case) => ({
  output: input,
  explanation: 'This is the whole list as it was.',
});

/** The two ends of a list: the same questions in other words. */
interface End {
  readonly end: 'first' | 'last';
  readonly zh: string;
  readonly place: string;
  readonly verb: string;
  readonly at: 0 | -1;
}

const wordAt = ({ end, zh, place, verb, at }: End) =>
  lists({
    id: `list_${end}`,
    name: `${capitalise(end)} word`,
    metric: 'exactMatch',
    definition: `Write the ${end} word of the list.`,
    definitionZh: `写出列表中的${zh}个词。`,
    constraints: [answerForms.oneWord],
    wordings: `
      Copy the ${end} word.
      Which word comes ${end}?
      Look at the list of words below and write the one that stands at the ${place} of it.
      What is the ${end} one?
      > Now write the ${end} word of this list.
      > Say only the ${end} one.
      Copy the word that stands ${end} in the list.
      Write the ${end} of these words.
      > Copy the word at the ${place}.
      > Which of these words do you read ${end}?
      > Write only the word that comes ${end} here.
      ? Write the word that stands ${end}.
      ? > Which word is the ${end} of the list?`,
    draw({ texts, people }) {
      const list = makeWordList(texts, people);
      return { input: list.join(', '), output: list.at(at), difficulty: graded(list) };
    },
    explain: ({ output }) => `The list ${verb} with "${output}".`,
    mistake: wholeList,
  });

export const listFirst = wordAt({
  end: 'first',
  zh: '第一',
  place: 'beginning',
  verb: 'begins',
  at: 0,
});

export const listLast = wordAt({ end: 'last', zh: '最后一', place: 'end', verb: 'ends', at: -1 });

export const listReverse = lists({
  id: 'list_reverse',
  name: 'Backwards',
  metric: 'strictMatch',
  definition: 'Write the words of the list backwards: the last one first.',
  definitionZh: '把列表中的词倒过来写，最后一个写在最前面。',
  constraints: [answerForms.list],
  wordings: `
    Turn the list round.
    Say the words backwards.
    Begin with the last word of the list below and go back word by word until you come to the first.
    How does the list read from the end?
    > Now write the list backwards.
    > Write the words again, the last one first.
    Write these words from the last one to the first.
    Copy the list from its end.
    Write the list so that the last word comes first.
    > Turn this list round, word by word.
    > Begin at the end and say the words back to the beginning.
    > Now go from the last word to the first.
    ? Write the list from the end to the beginning.
    ? > Turn the words of this list round.
    ~ Turn this list round.`,
  draw({ texts, people }) {
    const list = makeWordList(texts, people).slice(0, 4);
    return {
      input: list.join(', '),
      output: [...list].reverse().join(', '),
      difficulty: graded(list),
    };
  },
  explain: () => 'The same words stand there in the opposite order.',
  mistake: wholeList,
});

export const listDedup = lists({
  id: 'list_dedup',
  name: 'No word twice',
  metric: 'strictMatch',
  definition: 'Copy the list, but write each word only once.',
  definitionZh: '抄写列表，但每个词只写一次。',
  constraints: [answerForms.list],
  wordings: `
    Write every word only once.
    Leave out the words that come again.
    Some words of the list below stand there two times; copy the list so that no word comes twice.
    Which different words are in the list?
    > Now write the list without doubles.
    > Copy the list, each word once.
    Copy the list, but leave out a word that was there before.
    Write each different word one time.
    > Which words are there? Write each one only one time.
    > Leave out what you have read before.
    > Copy the different words.
    ? Write the different words of the list.
    ? > Copy the list and leave out what comes twice.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people).slice(0, 4);
    const again = stream.sample(list, 1 + stream.int(2));
    const long = [...list];
    for (const word of again) {
      const after = long.indexOf(word) + 1;
      long.splice(after + stream.int(long.length - after + 1), 0, word);
    }
    return {
      input: long.join(', '),
      output: list.join(', '),
      difficulty: again.length === 2 ? 3 : list.length === 3 ? 1 : 2,
    };
  },
  explain: () => 'Each word stands there once.',
  mistake: wholeList,
});

export const listWithout = lists({
  id: 'list_without',
  name: 'List without a word',
  metric: 'strictMatch',
  definition: 'Copy the list without the word "{w}".',
  definitionZh: '抄写列表，但去掉 "{w}" 这个词。',
  constraints: [answerForms.list],
  wordings: `
    Leave out {w} and copy the rest.
    Write the list, but not {w}.
    Take the word {w} out of the list below and write all the other words in the same order.
    How does the list read without "{w}"?
    > Now write the list without {w}.
    > Copy all the words but {w}.
    Write all the other words of the list and not {w}.
    > Copy every word that is not {w}.
    > Leave {w} out and write the others.
    ? Write all words of the list, but leave out {w}.
    ? > Copy this list without {w}.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people);
    const w = stream.pick(list);
    return {
      input: list.join(', '),
      output: list.filter((word) => word !== w).join(', '),
      slots: { w },
      difficulty: graded(list),
    };
  },
  explain: ({ slots }) => `"${slots!['w']}" is gone; the rest is as before.`,
  mistake: wholeList,
});

export const listJoin = lists({
  id: 'list_join',
  name: 'List with “and”',
  metric: 'strictMatch',
  definition: 'Write the list with the word "and" before the last word, as in a sentence.',
  definitionZh: '像写句子那样，在最后一个词前面加上 and，写出列表。',
  wordings: `
    Put "and" before the last word of the list.
    Write the words as in a sentence, with and.
    Join the words of the list below with commas, but write the word and between the last two of them.
    How do you say this list with and?
    > Now write the list with and in it.
    > Join the words and write and before the last one.
    Write the list like a part of a sentence, with and before the last word.
    Say the list with and before the last of its words.
    Make one phrase of these words, with and.
    > Write the words with and between the last two.
    > Say it as a phrase with the word and.
    > Make this list a phrase with commas and one and.
    ? Make a phrase with and out of the list.
    ? > Say the words with and at the right place.
    ~ Write this as a plain list with commas.`,
  draw({ texts, people }) {
    const list = makeWordList(texts, people);
    return { input: list.join(', '), output: joinList(list), difficulty: graded(list) };
  },
  explain: () => 'The last comma has become "and".',
  mistake: wholeList,
});

export const listKind = lists({
  id: 'list_kind',
  name: 'Only one kind',
  metric: 'strictMatch',
  definition: 'Copy only the {kind} of the list. Write none if there are none.',
  definitionZh: '只抄写列表中属于 {kind} 的词；没有就写 none。',
  constraints: [answerForms.list],
  wordings: `
    List the {kind}.
    Which words are {kind}? Copy them.
    Look for {kind} in the list below, copy them in their order, and write none if there are no {kind}.
    Write the {kind} and leave out the rest.
    > Now write only the {kind}.
    > Find the {kind} in the list, or write none.
    Write every one of the {kind} in this list.
    Copy all the {kind}, and nothing else.
    > Write the {kind} of this list.
    > Copy the words that are {kind}.
    ? Write all the {kind} of the list.
    ? > Which {kind} are in the list?`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people);
    const ofKind = (kind: Kind): readonly string[] =>
      kind === 'names' ? people.map(({ name }) => name) : kinds[kind];
    const all = [...Object.keys(kinds), 'names'] as Kind[];
    const present = all.filter((kind) => list.some((word) => ofKind(kind).includes(word)));
    const kind = stream.chance(0.85) ? stream.pick(present) : stream.pick(all);
    const found = list.filter((word) => ofKind(kind).includes(word));
    return {
      input: list.join(', '),
      output: found.join(', ') || 'none',
      slots: { kind },
      difficulty: found.length <= 1 ? 1 : found.length === 2 ? 2 : 3,
    };
  },
  explain: ({ slots, output }) =>
    output === 'none' ? 'There are none.' : `These are all the ${slots!['kind']} of the list.`,
  mistake: ({ input, output }) => ({
    output: output === input ? 'none' : input,
    explanation: 'Only the words of the asked kind belong there, and all of them.',
  }),
});
