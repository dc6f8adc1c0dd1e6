import { answerForms } from '../../answerForms.ts';
import { inCluster } from '../../inCluster.ts';
import { makeTrilingual, type Trilingual } from '../../texts/trilingual.ts';
import type { TaskSource } from '../../taskSource.ts';

const translation = inCluster({
  cluster: 'translation',
  category: 'Translation',
  reasoning: 'Translation -> Word and Agreement',
  domain: 'Sentences',
});

type Language = 'english' | 'french' | 'chinese';
const names = { english: 'English', french: 'French', chinese: 'Chinese' } as const;

interface Direction {
  readonly id: string;
  readonly from: Language;
  readonly to: Language;
  readonly definitionZh: string;
}

/** One direction; the other direction of the pair is its inverse. */
function direction({ id, from, to, definitionZh }: Direction): TaskSource {
  const [source, target] = [names[from], names[to]];
  return translation({
    id,
    name: `${source} to ${target}`,
    metric: to === 'chinese' ? 'chrF' : 'strictMatch',
    inputLanguage: source,
    outputLanguage: target,
    needsWordKnowledge: true,
    definition: `Translate the ${source} sentence into ${target}.`,
    definitionZh,
    constraints: [answerForms.sentence, 'Leave the names as they are.'],
    wordings: `
      Write this in ${target}.
      How do you say this in ${target}?
      Here is a sentence in ${source}; think of the ${target} words for it and write the whole sentence in ${target}.
      What is this sentence in ${target}?
      > Now say it in ${target}.
      > Put this ${source} sentence into ${target}.
      Put the words below into ${target}.
      > Give the ${target} for this ${source} sentence.
      > How is it said in ${target}?
      ? Say the sentence in ${target}.
      ? > Write the same sentence in ${target}.
      ~ Write this in ${source}.`,
    draw({ texts, people }) {
      const pair = makeTrilingual(texts, people);
      return { input: pair[from], output: pair[to], difficulty: pair.difficulty };
    },
    explain: () => `It says the same in ${target}.`,
    mistake: ({ input }) => ({ output: input, explanation: `This is still ${source}.` }),
  });
}

export const trEnFr = direction({
  id: 'tr_en_fr',
  from: 'english',
  to: 'french',
  definitionZh: '把英语句子翻译成法语。',
});
export const trFrEn = direction({
  id: 'tr_fr_en',
  from: 'french',
  to: 'english',
  definitionZh: '把法语句子翻译成英语。',
});
export const trEnZh = direction({
  id: 'tr_en_zh',
  from: 'english',
  to: 'chinese',
  definitionZh: '把英语句子翻译成中文。',
});
export const trZhEn = direction({
  id: 'tr_zh_en',
  from: 'chinese',
  to: 'english',
  definitionZh: '把中文句子翻译成英语。',
});

export const trWhich = translation({
  id: 'tr_which',
  name: 'Which language?',
  metric: 'accuracy',
  needsWordKnowledge: true,
  definition: 'Which language is the sentence: English, French or Chinese? Write one word.',
  definitionZh: '这个句子是哪种语言：English、French 还是 Chinese？写一个词。',
  constraints: [answerForms.oneWord],
  wordings: `
    Which language is it: French, English or Chinese?
    Name the language: Chinese, French or English.
    Look at the words of the sentence below and write in which language it is: English, Chinese or French.
    Is this Chinese, English or French?
    > Now write the language: English, French or Chinese.
    > In which language is this: French, Chinese or English?
    ? Write the language of the sentence: English, French or Chinese.
    ? > Which language do you read here: Chinese, English or French?`,
  labels: ['English', 'French', 'Chinese'],
  draw({ texts, people, label }) {
    const pair = makeTrilingual(texts, people);
    const input = pair[label.toLowerCase() as Language & keyof Trilingual];
    return { input, output: label, difficulty: pair.difficulty };
  },
  explain: ({ output }) => `These are words of ${output}.`,
  mistake: ({ output }) => ({
    output: output === 'English' ? 'French' : 'English',
    explanation: `These are words of ${output}.`,
  }),
});

export const trWord = translation({
  id: 'tr_word',
  name: 'One word in another language',
  metric: 'strictMatch',
  needsWordKnowledge: true,
  definition: 'Write the word "{w}" of the sentence in {language}.',
  definitionZh: '用 {language} 写出句子中的 "{w}" 这个词。',
  constraints: [answerForms.oneWord],
  wordings: `
    What is "{w}" in {language}?
    Say {w} in {language}.
    Take the word {w} out of the sentence below and write the word that has the same meaning in {language}.
    How do you say "{w}" in {language}?
    > Now write {w} in {language}.
    > Which word is {w} in {language}?
    What does {w} mean in {language}? Write the word.
    Give the {language} word that means {w}.
    > Say the word {w} in {language}.
    > Write the word for {w} in {language}.
    ? Write the {language} word for {w}.
    ? > What is the word {w} in {language}?`,
  draw({ texts, stream, people }) {
    const { english, noun, difficulty } = makeTrilingual(texts, people);
    const to = stream.pick(['french', 'chinese'] as const);
    return {
      input: english,
      output: noun[to],
      slots: { w: noun.english, language: names[to] },
      difficulty,
    };
  },
  explain: ({ slots }) => `It means "${slots!['w']}".`,
  mistake: ({ slots }) => ({ output: slots!['w']!, explanation: 'This is still English.' }),
});
