import type { ErrorText, ErrorWords } from '../../../core/errors.ts';

const badTokenizer = (what: string): ErrorText => ({
  message: `tokenizer.json: ${what}`,
  hint: 'Use the tokenizer.json that belongs to the model.',
});

const badWeights = (what: string): ErrorText => ({
  message: `safetensors: ${what}`,
  hint: 'The weights file is damaged or not a safetensors file; download it again.',
});

const mismatch = (message: string): ErrorText => ({
  message,
  hint: 'config.json and model.safetensors must belong together.',
});

const shapeOf = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

const weightsFiles = {
  weightsTooShort: ({ bytes }) => badWeights(`${bytes} bytes, too short for a header`),
  headerTooLong: ({ length, bytes }) =>
    badWeights(`the header says ${length} bytes, the file has ${bytes}`),
  headerNoObject: () => badWeights('the header is not a JSON object'),
  headerNoJson: ({ cause }) => badWeights(`the header is not JSON (${cause})`),
  nameTwice: () => badWeights('a name occurs twice in the header'),
  tensorNoObject: ({ name }) => badWeights(`"${name}" is not an object`),
  tensorType: ({ name, dtype, known }) =>
    badWeights(`"${name}" has type ${dtype}, wanted one of ${known.join(', ')}`),
  tensorBadShape: ({ name }) => badWeights(`"${name}" has a bad shape`),
  tensorBadOffsets: ({ name }) => badWeights(`"${name}" has bad offsets`),
  tensorSize: ({ name, bytes, shape, wanted }) =>
    badWeights(`"${name}" has ${bytes} bytes, its shape ${shapeOf(shape)} wants ${wanted}`),
  tensorStart: ({ name, begin, wanted }) =>
    badWeights(`"${name}" starts at ${begin}, wanted ${wanted}`),
  tensorsEnd: ({ end, length }) => badWeights(`the tensors end at ${end}, the data at ${length}`),
} as const satisfies Partial<ErrorWords>;

export const modelErrors = {
  ...weightsFiles,
  badTokenizer: ({ cause }) => badTokenizer(cause),
  tokenMissing: ({ token }) => badTokenizer(`no token "${token}"`),
  tokenizerTooLarge: ({ tokens, vocabSize }) =>
    mismatch(`the tokenizer has ${tokens} tokens, the model ${vocabSize}`),
  unknownFamily: ({ got, known }) => ({
    message: `config.json: model_type: got ${got}, wanted one of ${known.join(', ')}`,
    hint: 'Use a model of one of these families, such as public/models/mini.',
  }),
  badModelConfig: ({ key, cause }) => ({
    message: `config.json: ${key || '(top level)'}: ${cause}`,
    hint: 'Use a Llama model, as public/models/mini is one.',
  }),
  noMultiple: ({ key, value, ofKey, ofValue }) => ({
    message: `config.json: ${key} = ${value} is not a multiple of ${ofKey} = ${ofValue}`,
    hint: 'Use the config.json that belongs to the weights.',
  }),
  tensorMissing: ({ name, shape }) =>
    mismatch(`model.safetensors lacks "${name}" ${shapeOf(shape)}`),
  tensorShape: ({ name, shape, wanted }) =>
    mismatch(`"${name}" is ${shapeOf(shape)}, wanted ${shapeOf(wanted)}`),
  unknownTensor: ({ name }) => mismatch(`model.safetensors holds an unknown tensor "${name}"`),
} as const satisfies Partial<ErrorWords>;
