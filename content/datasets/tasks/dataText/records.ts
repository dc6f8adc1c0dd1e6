import { answerForms } from '../../answerForms.ts';
import { pets, smallThings } from '../../../world/cast.ts';
import {
  colours,
  describe,
  foods,
  jobs,
  places,
  withArticle,
  type Person,
} from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeBelongings } from '../../texts/belongings.ts';
import type { Draw } from '../../taskSource.ts';

const dataText = inCluster({
  cluster: 'data and text',
  category: 'Data to Text',
  reasoning: 'Abstraction -> Data and Sentences',
  domain: 'Records',
});

interface Told {
  readonly record: string;
  readonly sentence: string;
  readonly fields: number;
}

/** A record of two to four fields and the sentence that says all of them. */
function makeRecord(stream: Draw['stream'], people: readonly Person[]): Told {
  const { name } = stream.pick(people);
  const place = stream.pick(places);
  const job = stream.pick(jobs);
  const animal = stream.pick(pets);
  const food = stream.pick(foods);
  const thing = stream.pick(smallThings);
  const colour = stream.pick(colours);
  const kind = stream.int(4);
  const all: [string, string, number][] = [
    [
      `name: ${name}; job: ${job.word}; place: ${place.word}`,
      `${name} is ${withArticle(job)} ${place.at}.`,
      3,
    ],
    [
      `name: ${name}; job: ${job.word}; animal: ${animal.word}`,
      `${name} is ${withArticle(job)} and has ${withArticle(animal)}.`,
      3,
    ],
    [
      `thing: ${thing.word}; colour: ${colour}; place: ${place.word}; owner: ${name}`,
      `The ${colour} ${thing.word} of ${name} is ${place.at}.`,
      4,
    ],
    [`name: ${name}; food: ${food.word}`, `${name} likes ${food.plural}.`, 2],
  ];
  const [record, sentence, fields] = all[kind]!;
  return { record, sentence, fields };
}

const graded = (fields: number) => (fields <= 2 ? 1 : fields === 3 ? 2 : 3);

export const d2tRecord = dataText({
  id: 'd2t_record',
  name: 'Record to sentence',
  metric: 'rougeL',
  definition: 'Write one sentence that says everything in the record.',
  definitionZh: '写一个句子，把记录中的内容都说出来。',
  constraints: [answerForms.sentence],
  wordings: `
    Write a sentence from the record.
    Say in a sentence what the record holds.
    Take every field of the record below and write one sentence in which all of its words come in.
    What does the record tell? Write it as a sentence.
    > Now write the sentence for this record.
    > Make a sentence out of it.
    Tell what the record says, in one sentence.
    > Make one sentence of these fields.
    ? Write the record as a sentence.
    ? > Say everything of the record in one sentence.
    ~ Fill in the record for this sentence.`,
  draw({ texts, people }) {
    const { record, sentence, fields } = makeRecord(texts, people);
    return { input: record, output: sentence, difficulty: graded(fields) };
  },
  explain: () => 'Every field of the record is in the sentence.',
  mistake: ({ input }) => ({
    output: `It is ${input.split(': ')[1]!.split(';')[0]!}.`,
    explanation: 'The other fields are missing.',
  }),
});

export const t2dRecord = dataText({
  id: 't2d_record',
  name: 'Sentence to record',
  metric: 'strictMatch',
  definition:
    'Fill a record with what the sentence says: "field: value", with a semicolon between two fields.',
  definitionZh: '根据句子填写记录，格式为“字段: 值”，字段之间用分号隔开。',
  constraints: ['Use the fields name, job, place, animal, food, thing, colour and owner.'],
  wordings: `
    Fill the record.
    Write the record for this sentence.
    Take the sentence below apart and write what it says as a record, each field with its value behind it.
    Which record does the sentence make?
    > Now write the record of this sentence.
    > Put it into a record, field by field.
    Make the record that belongs to the sentence below.
    Write down the record: every field and its value.
    What the sentence says, write it in the fields of a record.
    > Make this into a record.
    > Write it as a record with its fields.
    ? Write what the sentence says as a record.
    ? > Make a record out of this sentence.
    ~ Write a sentence for this record.`,
  draw({ texts, people }) {
    const { record, sentence, fields } = makeRecord(texts, people);
    return { input: sentence, output: record, difficulty: graded(fields) };
  },
  explain: () => 'Each word that tells something is the value of a field.',
  mistake: ({ output }) => ({
    output: output.split('; ')[0]!,
    explanation: 'The other fields are missing.',
  }),
});

export const d2tWords = dataText({
  id: 'd2t_words',
  name: 'Words to a sentence',
  metric: 'strictMatch',
  definition:
    'Write a sentence about the past with these words: who, what one does, a thing, a place.',
  definitionZh: '用这些词写一个过去时的句子：人、动作、东西、地点。',
  constraints: [answerForms.sentence, 'Use the words in their order.'],
  wordings: `
    Use these words in a sentence.
    Write a sentence with the words.
    Make one sentence about yesterday with all of the words below in the same order and put in what is missing.
    Which sentence do the words make?
    > Now write a sentence with these words.
    > Make a sentence out of the words.
    Make a sentence that has these words in it.
    Put these words together into a sentence.
    Write the words below as one whole sentence.
    > Use the words and write one sentence.
    > Write one sentence in which all of these words stand.
    ? Write the words as a sentence.
    ? > Put the words into one sentence.
    ~ Write the main words of this sentence.`,
  draw({ stream, people }) {
    const { name } = stream.pick(people);
    const [past, base] = stream.pick([
      ['found', 'find'],
      ['saw', 'see'],
      ['took', 'take'],
      ['bought', 'buy'],
      ['lost', 'lose'],
      ['drew', 'draw'],
      ['hid', 'hide'],
    ] as const);
    const thing = stream.pick([...smallThings, ...foods]);
    const place = stream.pick(places);
    const colour = stream.chance(0.4) ? stream.pick(colours) : undefined;
    const hasPlace = stream.chance(0.6) || !colour;
    const what = colour ? describe(colour, thing.word) : withArticle(thing);
    const input = [
      name,
      base,
      ...(colour ? [colour] : []),
      thing.word,
      ...(hasPlace ? [place.word] : []),
    ];
    return {
      input: input.join(', '),
      output: `${name} ${past} ${what}${hasPlace ? ` ${place.at}` : ''}.`,
      difficulty: colour && hasPlace ? 3 : hasPlace ? 2 : 1,
    };
  },
  explain: () => 'All the words are in the sentence, in their order.',
  mistake: ({ input }) => ({
    output: `${input.replaceAll(',', '')}.`,
    explanation: 'These are only the words, and no sentence.',
  }),
});

export const tableLookup = dataText({
  id: 'table_lookup',
  name: 'Read the table',
  metric: 'exactMatch',
  definition:
    'Read the small table and answer the question with one name or with the words of a row.',
  definitionZh: '阅读小表格，用一个名字或一行中的词回答问题。',
  constraints: ['Use the words of the table.'],
  wordings: `
    Answer the question from the table.
    Look it up in the table.
    Each row of the table below has a name and what this person has; find the right row and answer the question.
    What does the table say?
    > Now answer the question with the table.
    > Find the row and write the answer.
    ? Find the answer to the question in the table.
    ? > Look in the table and answer.`,
  draw({ texts, stream, people }) {
    const { rows } = makeBelongings(texts, people);
    const table = rows.map(
      ({ person, colour, thing }) => `${person.name}: ${colour} ${thing.word}`,
    );
    const { person, colour, thing } = stream.pick(rows);
    const isWho = stream.chance(0.5);
    const question = isWho ? `Who has the ${thing.word}?` : `What does ${person.name} have?`;
    return {
      input: `${table.join('; ')}\nQuestion: ${question}`,
      output: isWho ? person.name : `${colour} ${thing.word}`,
      difficulty: rows.length === 3 ? 3 : isWho ? 2 : 1,
    };
  },
  explain: () => 'It stands in the row of the question.',
  mistake: ({ input, output }) => ({
    output: input.split('; ')[0]!.split(': ')[0] === output ? 'nobody' : input.split(': ')[0]!,
    explanation: `The row of the question has ${output}.`,
  }),
});
