import type { ErrorWords } from '../../../core/errors.ts';

export const runErrors = {
  allClosed: ({ nChannels }) => ({
    message: `mixture: none of ${nChannels} channels is open, so there is nothing to draw from`,
    hint: 'Unmute a channel and raise its fader.',
  }),
  closedBySchedule: ({ step }) => ({
    message: `schedule: at step ${step} no channel is open any more, so there is nothing to draw from`,
    hint: 'Leave at least one fader up at every step.',
  }),
  nothingFits: ({ seqLen, longest, taskIds }) => ({
    message: `batch: 1,000 examples in a row are longer than seqLen = ${seqLen}, even when their input is cut (tasks: ${taskIds.join(', ')})`,
    hint:
      seqLen < longest
        ? `Raise the row length (at most ${longest}), or use a task with shorter answers.`
        : 'Use a task with shorter answers: an answer is never cut, and the row length is at its maximum.',
  }),
  taskNotLoaded: ({ id }) => ({
    message: `The task "${id}" is not loaded`,
    hint: 'Load it (or remove its channel) first.',
  }),
  otherVersion: ({ id, got, planned }) => ({
    message: `The task "${id}" is another version (${got}) than the plan's (${planned})`,
    hint: 'Load the version of the plan, or make a new plan.',
  }),
  otherModel: ({ planned, loaded }) => ({
    message: `The plan is for "${planned.name}" ${planned.sha256}, loaded is "${loaded.name}" ${loaded.sha256}`,
    hint: 'Load the model of the plan, or make a new plan.',
  }),
  nothingTuned: () => ({
    message: 'Nothing has been tuned yet',
    hint: 'Train first, or choose the base model.',
  }),
  weightsGone: ({ runId }) => ({
    message: `The weights of run "${runId}" are not here any more`,
    hint: 'Train that run again, or start from the base model.',
  }),
  examNotHere: ({ id }) => ({
    message: `The exam of "${id}" cannot be loaded here`,
    hint: 'Judge on the exam with `npm run train`.',
  }),
  noRun: () => ({ message: 'No run is on its way', hint: 'Start training first.' }),
  runUnderWay: () => ({ message: 'A run is on its way', hint: 'Stop it first.' }),
  notFinite: ({ step, taskId, gradNorm }) => {
    const where = taskId === null ? `gradient norm ${gradNorm}` : `loss of "${taskId}"`;
    return {
      message: `Step ${step}: ${where} is not a finite number; the weights of step ${step - 1} are kept`,
      hint: 'Lower the learning rate (or the clipping norm) and train again.',
    };
  },
  recorded: ({ message, hint }) => ({ message, hint }),
} as const satisfies Partial<ErrorWords>;
