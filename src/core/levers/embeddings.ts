import { flag } from '../settingRows.ts';
import { lever } from './lever.ts';

/** Whether the token embeddings, which are the output layer too, are trained. */
export const embeddings = lever({
  id: 'embeddings',
  stage: 'optimizer',
  rows: { trainEmbeddings: flag(false) },
  live: [],
  paper: null,
});
