import { instructionFormats, type InstructionFormatName } from '../render/index.ts';
import { choice } from '../settingRows.ts';
import { lever } from './lever.ts';

const names: readonly InstructionFormatName[] = instructionFormats.map(({ name }) => name);

/** How a task, its input and its worked examples are put into words. */
export const instructionFormat = lever({
  id: 'instructionFormat',
  stage: 'rendering',
  rows: { instructionFormat: choice(names, 'mixdesk') },
  live: [],
  paper: null,
});
