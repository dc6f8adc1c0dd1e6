import { formatBytes, formatClock, formatHundredths, formatWhole } from '../format.ts';
import { counted } from './counted.ts';

/** What a run will take, told before it starts. */
export const forecast = {
  title: 'This gives',
  steps: (steps: number, tokens: number) =>
    `${counted(steps, 'step')}, ${counted(tokens, 'token')}`,
  time: 'Time',
  about: (ms: number) => `about ${formatClock(ms)}`,
  timeUnknown: 'told after the first seconds of a run',
  memory: 'Memory',
  memoryOf: (bytes: number) => `about ${formatBytes(bytes)}`,
  epochs: 'Epochs',
  epochsOf: (task: string, epochs: number) => `${task} ${formatHundredths(epochs)}`,
  epochsBetween: (least: string, most: string) => `${least} to ${most}`,
  tooLarge: (batchSize: number, seqLen: number, bytes: number) =>
    `${counted(batchSize, 'row')} of ${formatWhole(seqLen)} tokens may take ${formatBytes(bytes)}: that does not fit here.`,
  fits: (rows: number) => `A batch of ${counted(rows, 'row')} fits; so do shorter rows.`,
  nothingFits: 'Take a smaller model, shorter rows, or adapters (LoRA rank above 0).',
};
