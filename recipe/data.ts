/**
 * Writes the pre-training data:
 *   npm run models:data                          .cache/pretrain/corpus.txt (20 MB, to train the tokenizer and to read)
 *                                                  and words.json (pools of words for practice.py)
 *   npm run models:data -- --tokens 32000000     also train.bin and heldout.bin (uint16 token ids, <eos> after each document),
 *                                                  phrases.json (judgements and numbers, for practice.py),
 *                                                  answers.*, lookups.*, verdicts.* and orders.* (.bin and .mask, for practice.py)
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Tokenizer } from '@huggingface/tokenizers';
import { splitWords } from '../content/tokenizer/byteLevel.ts';
import { answerSpans, withoutMarks } from '../content/corpus/answers.ts';
import { corpusDocument, genreOf, markedDocument } from '../content/corpus/index.ts';
import { corpusSeed as seed, heldOutStart } from '../content/corpus/seed.ts';
import { judgingWords } from '../content/world/judgingWords.ts';
import {
  animals,
  colours,
  days,
  foods,
  numbers,
  people,
  places,
  things,
  verbs,
} from '../content/world/lexicon.ts';

const folder = '.cache/pretrain';
const tokenizerPath = join(folder, 'tokenizer', 'tokenizer.json');
const sampleBytes = 20e6;
const heldoutTokens = 200_000;
const answerTokens = 12_000_000;
const lookupTokens = 4_000_000;
const verdictTokens = 3_000_000;
const orderTokens = 6_000_000;

type Encode = (text: string) => number[];

function writeAtomically(name: string, data: string | Uint8Array): void {
  const path = join(folder, name);
  writeFileSync(`${path}.part`, data);
  renameSync(`${path}.part`, path);
}

const fingerprint = (text: string): string =>
  createHash('md5').update(text).digest('base64').slice(0, 12);

/** Documents from `start` on, each text once. */
function* documents(start: number, seen: Set<string>): Generator<string> {
  for (let index = start; ; index++) {
    const text = corpusDocument(seed, index);
    const print = fingerprint(text);
    if (seen.has(print)) continue;
    seen.add(print);
    yield text;
  }
}

function writeSample(): void {
  const texts: string[] = [];
  let bytes = 0;
  for (const text of documents(0, new Set())) {
    texts.push(text);
    bytes += Buffer.byteLength(text) + 2;
    if (bytes >= sampleBytes) break;
  }
  writeAtomically('corpus.txt', `${texts.join('\n\n')}\n`);
  console.error(`corpus.txt: ${texts.length} documents, ${(bytes / 1e6).toFixed(1)} MB`);
}

/** The words that practice draws from: nouns by kind, and verbs to stand between them. */
function writeWords(): void {
  const pools = [
    people.map(({ name }) => name),
    ...[animals, things, foods, places].map((nouns) => nouns.map(({ word }) => word)),
    colours,
    days,
  ];
  const words = { pools, verbs: verbs.map(({ past }) => past) };
  writeAtomically('words.json', `${JSON.stringify(words)}\n`);
}

/** What can be said of anything, by class, and how a question names the class: token ids of each. */
function writePhrases({ encode }: Vocabulary): void {
  const spoken = {
    good: [...judgingWords[1], ...judgingWords[2]],
    bad: [...judgingWords[-1], ...judgingWords[-2], 'bad'],
    'ask good': ['good', 'nice', 'fine', 'liked', 'like', 'happy', 'well'],
    'ask bad': ['bad', 'not good', 'not like', 'not liked', 'wrong', 'a pity', 'complain'],
    'ask more': ['more', 'most', 'the most'],
    'ask fewer': ['fewer', 'less', 'the fewest'],
    'ask key': ['which one', 'who', 'what', 'which thing', 'the thing'],
    'ask clause': ['why', 'which words', 'the reason', 'the part'],
    numbers,
  };
  const phrases = Object.entries(spoken).map(([name, said]) => [
    name,
    said.map((words) => encode(` ${words}`)),
  ]);
  writeAtomically('phrases.json', `${JSON.stringify(Object.fromEntries(phrases))}\n`);
}

interface Vocabulary {
  encode: Encode;
  eos: number;
}

/** The library's encoder behind a cache by pre-token; equality is checked on 200 documents. */
function loadVocabulary(): Vocabulary {
  const json = JSON.parse(readFileSync(tokenizerPath, 'utf8')) as {
    added_tokens: { id: number; content: string }[];
  };
  const eos = json.added_tokens.find((token) => token.content === '<eos>')?.id;
  if (eos === undefined)
    throw new Error(`${tokenizerPath}: no added token <eos>; train the tokenizer first`);
  const tokenizer = new Tokenizer(json, {});
  const whole: Encode = (text) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  const cache = new Map<string, number[]>();
  const encode: Encode = (text) =>
    splitWords(text).flatMap((piece) => {
      let ids = cache.get(piece);
      if (!ids) cache.set(piece, (ids = whole(piece)));
      return ids;
    });
  for (let index = 0; index < 200; index++) {
    const text = corpusDocument(seed, index);
    const [got, wanted] = [encode(text).join(' '), whole(text).join(' ')];
    if (got !== wanted)
      throw new Error(
        `data: cached encoding differs from the library's in document ${index}: got ${got}, wanted ${wanted}`,
      );
  }
  return { encode, eos };
}

/** Writes documents as ids until there are enough; returns the number of tokens and documents. */
function writeTokens(
  name: string,
  wanted: number,
  source: Generator<string>,
  { encode, eos }: Vocabulary,
) {
  const path = join(folder, name);
  const file = openSync(`${path}.part`, 'w');
  let [tokens, texts, nextReport] = [0, 0, 1e6];
  const startedAt = Date.now();
  for (const text of source) {
    const ids = Uint16Array.from([...encode(text), eos]);
    writeSync(file, ids);
    tokens += ids.length;
    texts++;
    if (tokens >= nextReport) {
      nextReport += 4e6;
      console.error(
        `${name}: ${(tokens / 1e6).toFixed(1)} M tokens, ${((Date.now() - startedAt) / 1000).toFixed(0)} s`,
      );
    }
    if (tokens >= wanted) break;
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return { tokens, texts };
}

/** Documents of the corpus with answers: ids, and for each whether it belongs to an answer. */
function writeAnswers(
  name: string,
  wanted: number,
  { encode, eos }: Vocabulary,
  isMeant: (index: number) => boolean = () => true,
  isRight: (answers: readonly string[]) => boolean = () => true,
): void {
  const ids: number[] = [];
  const isAnswer: number[] = [];
  for (let index = 0; ids.length < wanted; index++) {
    if (!isMeant(index)) continue;
    const marked = markedDocument(seed, index);
    const spans = answerSpans(marked);
    const text = withoutMarks(marked);
    if (spans.length === 0 || !isRight(spans.map(([from, to]) => text.slice(from, to)))) continue;
    let at = 0;
    for (const piece of splitWords(text)) {
      const end = at + piece.length;
      const isInside = spans.some(([from, to]) => from < end && at < to);
      at = end;
      const pieceIds = encode(piece);
      ids.push(...pieceIds);
      isAnswer.push(...pieceIds.map(() => Number(isInside)));
    }
    ids.push(eos);
    isAnswer.push(0);
  }
  writeAtomically(`${name}.bin`, new Uint8Array(Uint16Array.from(ids).buffer));
  writeAtomically(`${name}.mask`, Uint8Array.from(isAnswer));
}

function main(): void {
  const { values } = parseArgs({ options: { tokens: { type: 'string' } } });
  mkdirSync(folder, { recursive: true });
  writeWords();
  if (!values.tokens) return writeSample();
  if (!existsSync(tokenizerPath))
    throw new Error(`${tokenizerPath} is missing: run content/tokenizer/train.ts first`);
  const vocabulary = loadVocabulary();
  writePhrases(vocabulary);
  writeAnswers('answers', answerTokens, vocabulary);
  const isLookUp = (index: number): boolean => genreOf(seed, index) === 'look-ups';
  const isVerdict = (text: string): boolean => /^(yes|no)$/i.test(text);
  writeAnswers('lookups', lookupTokens, vocabulary, isLookUp);
  writeAnswers('verdicts', verdictTokens, vocabulary, isLookUp, (answers) =>
    answers.every(isVerdict),
  );
  const isOrder = (index: number): boolean => genreOf(seed, index) === 'orders';
  writeAnswers('orders', orderTokens, vocabulary, isOrder);
  const seen = new Set<string>();
  const heldout = writeTokens(
    'heldout.bin',
    heldoutTokens,
    documents(heldOutStart, seen),
    vocabulary,
  );
  const train = writeTokens('train.bin', Number(values.tokens), documents(0, seen), vocabulary);
  writeAtomically('data.json', `${JSON.stringify({ seed, train, heldout }, null, 2)}\n`);
  console.error(
    `train: ${train.tokens} tokens in ${train.texts} documents; held out: ${heldout.tokens} in ${heldout.texts}`,
  );
}

main();
