import { wordsOf } from '../../../core/engineNote.ts';
import type { ErrorText, ErrorWords } from '../../../core/errors.ts';
import { enEngineNotes } from '../engineNotes.ts';

const lost = (message: string): ErrorText => ({
  message,
  hint: 'Reload the page, or add ?backend=wasm.',
});

export const engineErrors = {
  noEngine: ({ notes, isChosen }) => ({
    message: `No engine started. ${notes.map((note) => wordsOf(note, enEngineNotes)).join(' ')}`,
    hint: isChosen ? 'Leave out ?backend= to let the page choose.' : 'Use a current browser.',
  }),
  engineNotStarted: () => ({
    message: 'The engine has not been started',
    hint: 'Call startEngine first.',
  }),
  engineNotReady: () => ({
    message: 'The engine is not ready yet.',
    hint: 'Wait until the model is loaded, then try again.',
  }),
  noModel: () => ({ message: 'No model is loaded', hint: 'Load a model first.' }),
  webgpuError: ({ cause }) => lost(`WebGPU error: ${cause}`),
  deviceLost: ({ cause }) => lost(`The graphics device was lost: ${cause}`),
  workerFailed: ({ cause }) => ({
    message: cause,
    hint: 'Restart the engine; if it fails again, try another backend.',
  }),
  workerNotLoaded: () => ({
    message: 'The training worker could not be loaded.',
    hint: 'Restart the engine; if it fails again, try another backend.',
  }),
  workerUnreadable: () => ({
    message: 'A message from the training worker could not be read.',
    hint: 'Restart the engine.',
  }),
  workerDied: () => ({
    message: 'The training worker has ended without a word.',
    hint: 'The memory may have run out. Restart the engine; with a smaller model or batch if it happens again.',
  }),
  workerStopped: () => ({
    message: 'The training worker was stopped.',
    hint: 'Start the engine again.',
  }),
  internal: ({ cause }) => ({
    message: cause,
    hint: 'This is a fault in Mixdesk. Reload the page; if it returns, report it with these words.',
  }),
} as const satisfies Partial<ErrorWords>;
