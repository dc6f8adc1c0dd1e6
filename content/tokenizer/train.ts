/**
 * Trains the tokenizer of both models on the pre-training corpus. It reaches public/models together with
 * weights that were trained on it (recipe/run.sh), never before.
 * Usage: npx tsx content/tokenizer/train.ts [corpus.txt] [folder]
 */
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chinese } from '../world/chinese.ts';
import { trainBpe } from './bpe.ts';
import { byteAlphabet, preTokenize } from './byteLevel.ts';
import { specialTokens, tokenizerConfigJson, tokenizerJson } from './tokenizerJson.ts';

const vocabSize = 2048;
/** Enough for stable counts; more of the same closed world changes nothing but the time. */
const corpusBytes = 20_000_000;
const contextLength = 256;
/**
 * Words and signs of the prompts' frame. The corpus must not hold prompts, but every example does:
 * one token each instead of three to five leaves a tenth more room.
 */
const frameWords = ['Input', 'Output', 'Options', 'Question', 'Example', ' ->', ' /'];
const frameCount = 20_000;
/** Chinese is rare in the corpus; without help each sign would be three bytes, three tokens. */
const chineseSigns = new Set(
  [...chinese.values(), '我你他她喜欢有是的在不两三一四五只个本，。'].join(''),
);
const chineseCount = 1_000;

const [corpusPath = '.cache/pretrain/corpus.txt', folder = '.cache/pretrain/tokenizer'] =
  process.argv.slice(2);
const counts = await countWords(corpusPath);
for (const word of frameWords.flatMap(preTokenize)) counts.set(word, frameCount);
for (const word of [...chineseSigns].flatMap(preTokenize))
  counts.set(word, chineseCount + (counts.get(word) ?? 0));
const model = trainBpe(counts, { vocabSize, specialTokens, alphabet: byteAlphabet });
if (model.vocab.length !== vocabSize) {
  throw new Error(
    `${corpusPath}: only ${model.vocab.length} tokens could be made, wanted ${vocabSize}. Train on a larger corpus.`,
  );
}
await writeTokenizer();
console.log(`${counts.size} distinct words, ${model.merges.length} merges, ${vocabSize} tokens`);

/** Line by line, because whole lines pre-tokenize alike wherever they stand in the file. */
async function countWords(path: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const lines = createInterface({ input: createReadStream(path, { end: corpusBytes - 1 }) });
  for await (const line of lines) {
    for (const word of preTokenize(withoutSpecialTokens(`${line}\n`))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function withoutSpecialTokens(text: string): string {
  return specialTokens.reduce((rest, token) => rest.replaceAll(token, ''), text);
}

async function writeTokenizer(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerJson(model), null, 1));
  const config = JSON.stringify(tokenizerConfigJson(contextLength), null, 2);
  await writeFile(join(folder, 'tokenizer_config.json'), `${config}\n`);
}
