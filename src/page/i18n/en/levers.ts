import type { LeverWords } from '../settingWords.ts';

/** Settings and their groups. */
export const levers: LeverWords = {
  stages: {
    sampling: 'Mixture',
    rendering: 'How tasks are asked',
    packing: 'Length and batches',
    objective: 'Objective',
    gradient: 'Gradients',
    optimizer: 'Optimiser',
    scoring: 'Scoring',
  },
  rows: {
    strategy: {
      label: 'Mixing',
      help: 'What sets each task’s share: your faders, equal shares, or the size of each task (as it is, capped, or flattened by a temperature).',
      choices: {
        faders: 'Faders',
        equal: 'Equal shares',
        proportional: 'By size',
        capped: 'By size, capped',
        temperature: 'By size, flattened',
      },
    },
    cap: {
      label: 'Cap',
      unit: 'examples',
      help: 'Proportional mixing counts at most this many examples of a task.',
    },
    mixingTemperature: {
      label: 'Mixing temperature',
      help: '1 keeps shares proportional to size; higher values pull them towards equal.',
    },
    seed: {
      label: 'Seed',
      help: 'Same seed, same settings, same backend: the same curves.',
    },
    trainTokens: {
      label: 'Training length',
      unit: 'tokens',
      help: 'How many token positions the run trains on.',
    },
    batchSize: { label: 'Batch', unit: 'rows', help: 'Packed rows per step.' },
    seqLen: {
      label: 'Row length',
      unit: 'tokens',
      help: 'Examples are packed into rows of this many tokens.',
    },
    instructionFormat: {
      label: 'Prompt format',
      help: 'How the instruction, the input and the worked examples are put into one text.',
      choices: { mixdesk: 'Mixdesk' },
    },
    shotShare: {
      label: 'Worked examples',
      unit: '% of the draws',
      help: 'This share of the training examples has one, two or four solved cases of the same task in front (few-shot); without any, the model can’t make use of them later.',
    },
    wordDropout: {
      label: 'Word dropout',
      unit: '% of the words',
      help: 'Each word of an instruction is left out with this chance while training: the model relies on no single one, and new wordings are understood better.',
    },
    rehearsalShare: {
      label: 'Rehearsal',
      unit: '% of the rows',
      help: 'This share of the rows are texts that the base model was pre-trained on, with the loss on the answers in them: it forgets less of what it could do before.',
    },
    objective: {
      label: 'Objective',
      help: 'What each step makes smaller.',
      choices: { sft: 'Likely answers' },
    },
    gradients: {
      label: 'Gradients',
      help: 'How the gradients of the tasks become one step.',
      choices: { sum: 'Sum' },
    },
    learningRate: { label: 'Learning rate', help: 'Peak step size of AdamW.' },
    trainEmbeddings: {
      label: 'Train embeddings',
      help: 'Off keeps the token embeddings, which are the output layer too. Trained ones forget how to say the words that are no task’s answer. Signs that the base model has never met are learnt either way.',
    },
    loraRank: {
      label: 'LoRA rank',
      help: '0 trains all weights. Above, the model is frozen and only low-rank adapters of this rank are trained (take a learning rate two to five times as high).',
    },
    warmupShare: {
      label: 'Warm-up',
      unit: 'of the run',
      help: 'The learning rate rises linearly over this share of the run.',
    },
    finalLearningRateShare: {
      label: 'Final rate',
      unit: 'of the peak',
      help: 'The cosine decay ends at this share of the peak.',
    },
    weightDecay: { label: 'Weight decay', help: 'Decoupled decay of all matrices.' },
    maxGradNorm: {
      label: 'Clip',
      unit: 'gradient norm',
      help: 'Gradients longer than this are scaled down to it.',
    },
    evalEvery: {
      label: 'Evaluate every',
      unit: 'steps',
      help: 'How often every task is scored on held-out examples. Left empty: often at first, then every tenth or twentieth of the run.',
    },
    evalInstances: {
      label: 'Loss examples',
      unit: 'per task',
      help: 'Validation examples per task for the validation loss. Left empty: those that are scored.',
    },
    metricInstances: {
      label: 'Scored examples',
      unit: 'per task',
      help: 'Validation examples per task that the model must answer in words. Left empty: 400 for all tasks at the end, and on the way as many as fit into 15 % of the time.',
    },
    patience: {
      label: 'Stop early after',
      unit: 'evaluations',
      help: 'A run ends once so many evaluations in a row have gained nothing. 0 lets every run go to its end.',
    },
    stopMetric: {
      label: 'Best by',
      help: 'What gains are counted in, over the trained tasks, and what the best evaluation is chosen by: its weights are kept beside the last ones.',
      choices: { score: 'Mean score', validationLoss: 'Validation loss' },
    },
    minDelta: {
      label: 'Smallest gain',
      unit: 'points or nats',
      help: 'What is no more than this counts as no gain.',
    },
  },
};
