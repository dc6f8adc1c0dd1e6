import type { ErrorWords } from '../../../core/errors.ts';
import { acceptedWords } from '../accepted.ts';

export const settingErrors = {
  settingsNoObject: ({ got }) => ({
    message: `settings: got ${got}, wanted an object`,
    hint: 'Write { "learningRate": 0.002, … }.',
  }),
  unknownSetting: ({ setting, known }) => ({
    message: `settings: unknown key "${setting}"`,
    hint: `Known keys: ${known.join(', ')}.`,
  }),
  badSetting: ({ setting, got, accepted }, label) => ({
    message: `${label(setting)}: got ${got}, wanted ${acceptedWords(accepted)}`,
    hint: 'Leave it out to take its default.',
  }),
  unknownChoice: ({ setting, got, known }, label) => ({
    message: `${label(setting)}: got "${got}"`,
    hint: `Choose one of ${known.join(', ')}.`,
  }),
  fixedSetting: ({ setting, live }, label) => ({
    message: `${label(setting)} is fixed while a run is on`,
    hint: `These may move: ${live.map(label).join(', ')}.`,
  }),
  adaptersOnRandom: ({ loraRank }, label) => ({
    message: `${label('loraRank')} is ${loraRank}, but adapters on random weights can learn nothing`,
    hint: 'Set it to 0, or start from the base model.',
  }),
  batchTooLarge: ({ batchSize, seqLen, largest }, label) => ({
    message: `${label('batchSize')}: ${batchSize} rows of ${seqLen} tokens do not fit into WASM's memory`,
    hint: `Use at most ${largest} rows, or shorter ones.`,
  }),
  unknownCluster: ({ cluster, known }) => ({
    message: `No task is in the cluster "${cluster}"`,
    hint: `Clusters here: ${known.join(', ')}.`,
  }),
  unknownTask: ({ id, known }) => ({
    message: `tasks: no task "${id}"`,
    hint: `Built-in tasks: ${known.join(', ')}.`,
  }),
  questionTooLong: ({ maxNewTokens, maxSeqLen }) => ({
    message: `The question and ${maxNewTokens} tokens of answer do not fit; this model reads ${maxSeqLen}`,
    hint: 'Shorten the instruction or ask for a shorter answer.',
  }),
} as const satisfies Partial<ErrorWords>;
