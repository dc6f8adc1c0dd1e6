import type { ErrorWords } from '../../../core/errors.ts';

export const storageErrors = {
  noCheckpoint: ({ runId }) => ({
    message: `Nothing is kept of run "${runId}" that it could go on from`,
    hint: 'Train it again from its beginning.',
  }),
  noStorage: ({ cause }) => ({
    message: `This browser keeps no files for the site (${cause})`,
    hint: 'Private windows often keep none. The run goes on, but would be lost with the page: save its result when it ends.',
  }),
  checkpointNotWritten: ({ cause }) => ({
    message: `How far the run has come could not be written down (${cause})`,
    hint: 'The run goes on, and it is tried again. If the disk is full, make room: what was written before is still there.',
  }),
  checkpointsDamaged: ({ runId, files }) => ({
    message: `What was kept of run "${runId}" is damaged: ${files.join(', ')}`,
    hint: 'Train it again from its beginning.',
  }),
  badCheckpoint: ({ key, cause }) => ({
    message: `What was kept of a run is of another form: ${key || 'top level'}: ${cause}`,
    hint: 'It was written by another version of Mixdesk: go on with that one.',
  }),
} as const satisfies Partial<ErrorWords>;
