import { randomStream } from '../random.ts';

const adjectives = [
  'calm',
  'bright',
  'quiet',
  'brave',
  'amber',
  'mellow',
  'swift',
  'gentle',
  'silver',
  'early',
  'lucky',
  'merry',
  'misty',
  'noble',
  'polar',
  'rapid',
  'rosy',
  'sunny',
  'tidy',
  'velvet',
];
const nouns = [
  'otter',
  'heron',
  'maple',
  'comet',
  'harbour',
  'lark',
  'meadow',
  'pebble',
  'river',
  'sparrow',
  'thistle',
  'violet',
  'willow',
  'badger',
  'cedar',
  'falcon',
  'lagoon',
  'marten',
  'orchid',
  'tern',
];

/** A readable name for the n-th run: "calm-otter-3". */
export function runName(runId: string, n: number): string {
  const random = randomStream(runId, 'run-name');
  return `${random.pick(adjectives)}-${random.pick(nouns)}-${n}`;
}
