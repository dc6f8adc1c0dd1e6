import type { ErrorWords } from '../../../core/errors.ts';
import type { ScheduleWanted } from '../../../core/errorValues.ts';
import { acceptedWords } from '../accepted.ts';

const scheduleWanted: Readonly<Record<ScheduleWanted, string>> = {
  flag: 'true or false',
  level: 'a number 0 to 200',
  list: 'a list',
  nothing: 'no such key',
  object: 'an object',
  step: 'a whole number from 0',
  task: "a task's id",
};

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
  badSchedule: ({ path, got, wanted }) => ({
    message: `${path}: got ${got}, wanted ${scheduleWanted[wanted]}`,
    hint: 'Write [{ "step": 40, "channels": [{ "taskId": …, "level": 80, "isOn": true }] }, …].',
  }),
  scheduleUnknownTask: ({ step, id, known }) => ({
    message: `schedule: step ${step} moves "${id}", which is no channel of this run`,
    hint: `Channels: ${known.join(', ')}.`,
  }),
  adaptersOnRandom: ({ loraRank }, label) => ({
    message: `${label('loraRank')} is ${loraRank}, but adapters on random weights can learn nothing`,
    hint: 'Set it to 0, or start from the base model.',
  }),
  batchTooLarge: ({ batchSize, seqLen, largest }, label) => ({
    message: `${label('batchSize')}: ${batchSize} rows of ${seqLen} tokens do not fit into the memory of this engine`,
    hint:
      largest > 0
        ? `Use at most ${largest} rows, or shorter ones.`
        : 'Take a smaller model, shorter rows, or adapters (LoRA).',
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
