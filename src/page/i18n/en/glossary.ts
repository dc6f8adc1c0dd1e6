/**
 * Every technical word of the page, each in two plain sentences: what it is, and what to make of it here. Lessons and the
 * page's own labels lead here by `<Term word="…">`.
 */
export const glossary = {
  title: 'Glossary',
  intro: 'Every technical word of the page, in plain language.',
  search: 'Search',
  none: 'No word has these letters.',
  words: {
    adapter: {
      name: 'adapter',
      text: 'The graphics processor, or what stands in for it, that the browser lets this page use. In the settings of a run: a small part added to the model that is trained in place of the whole (see LoRA).',
    },
    base: {
      name: 'base model',
      text: 'The model as it was before your training, having read a lot of simple text. Every score is held against what the base model manages.',
    },
    baseAbility: {
      name: 'base ability',
      text: 'How well the model still reads the kind of text that it was first trained on, as its loss on a few such texts that it never saw. When it rises, your training makes the model forget.',
    },
    batch: {
      name: 'batch',
      text: 'The examples that the model reads in one step. A bigger batch makes steps steadier, and slower.',
    },
    bus: {
      name: 'bus',
      text: 'The fader of a whole group of related tasks, as on a mixing desk. It moves what they weigh together, and leaves their own faders where they are.',
    },
    chance: {
      name: 'chance level',
      text: 'The score that needs no understanding: always the commonest answer, or one picked at random. A score that is no better has learned nothing yet.',
    },
    channel: {
      name: 'channel',
      text: 'A task on the desk, with its fader. What the word means on a mixing desk: one source among those that are mixed.',
    },
    chrF: {
      name: 'chrF',
      text: 'A score for longer answers that counts shared runs of letters. Half-right words earn part of the points.',
    },
    cluster: {
      name: 'cluster',
      text: 'Tasks that ask for the same skill and share a colour. Leaving a whole cluster out of training shows what the model can do with a skill that it never practised.',
    },
    doubt: {
      name: 'doubt',
      text: 'What the bars beside the faders show, from the training loss: a full bar gives the right answer no chance, an empty one is certain of it. A bar that sinks is a task being learned.',
    },
    epoch: {
      name: 'epoch',
      text: 'One pass over all training examples of a task. From the second epoch on the model sees examples again, and may begin to learn them by heart.',
    },
    exactMatch: {
      name: 'exact match',
      text: 'A score that gives a point only for exactly the right words. Nearly right counts as wrong.',
    },
    f1: {
      name: 'F1',
      text: 'A score for answers that are lists: it weighs what was found against what was left out or made up. Half the right names and nothing wrong gives about 67.',
    },
    fader: {
      name: 'fader',
      text: 'The slider of a task: how much of the training it gets. Only the balance counts; all faders at the top are the same mix as all in the middle.',
    },
    greedy: {
      name: 'greedy',
      text: 'Always taking the likeliest next piece of text. It gives the same answer each time; scores are made this way.',
    },
    heldOut: {
      name: 'held out',
      text: 'Kept from training on purpose, so that it can be used as a test. Only what was held out shows whether something was understood and not learned by heart.',
    },
    instruction: {
      name: 'instruction',
      text: 'The sentence that says what to do, in front of the text that it is about. The same task is asked in many wordings, so that the model learns the job and not the sentence.',
    },
    interval: {
      name: 'interval',
      text: 'Where the true score probably lies: a few held-out examples can only tell it roughly. Two scores whose intervals overlap may well be the same.',
    },
    learningRate: {
      name: 'learning rate',
      text: 'How far each step moves the model. Too small learns slowly; too large forgets as fast as it learns.',
    },
    loRA: {
      name: 'LoRA',
      text: 'Training a small addition to the model in place of all its numbers. It needs less memory and forgets less, and cannot change as much.',
    },
    loss: {
      name: 'loss',
      text: 'How surprised the model is by the right answer, in nats: 0 means it was certain of it. It falls before the score rises, so it shows learning early.',
    },
    mixture: {
      name: 'mixture',
      text: 'The stream of examples from all tasks, each as often as its share says. Making it is what the desk is for.',
    },
    mute: {
      name: 'mute',
      text: 'Takes a task out of training. It is still scored, so you see what the other tasks do to it.',
    },
    nats: {
      name: 'nats',
      text: 'The unit of loss: 0.7 nats are the doubt between two equally likely answers, 2.3 between ten. Each nat less makes the right answer 2.7 times as likely.',
    },
    patience: {
      name: 'patience',
      text: 'How many evaluations in a row may gain nothing before a run ends by itself. Patience saves time; too little of it ends a run that would still have learnt something.',
    },
    readings: {
      name: 'readings',
      text: 'Meters, curves and numbers of a run. Where training leaves the page too little time they are drawn every half second to two seconds: none is lost, and scores and the result come at once.',
    },
    rehearsal: {
      name: 'rehearsal',
      text: 'Mixing some of the text that the model read at first into the training. It keeps the model from forgetting how to write while it learns its jobs.',
    },
    rougeL: {
      name: 'ROUGE-L',
      text: 'A score for summaries that counts the words shared with the right answer in the same order. Other good words for the same thing earn nothing.',
    },
    score: {
      name: 'score',
      text: 'How good the answers to held-out questions are, from 0 to 100, by the measure of the task. Read it beside the base model’s score and chance.',
    },
    seed: {
      name: 'seed',
      text: 'The number that all chance of a run comes from. The same seed and settings give the same curves, to the last digit; another seed shows how much was luck.',
    },
    share: {
      name: 'share',
      text: 'The part of the training that a task is asked to get. Long answers take more text, so the effective share of the text may differ.',
    },
    smoothing: {
      name: 'smoothing',
      text: 'Draws each point of a curve as a mean of those before it, so that one sees where it goes. The values themselves stay as they are.',
    },
    solo: {
      name: 'solo',
      text: 'Trains on this task alone, until it is taken away again. With Ctrl or ⌘ it joins the ones that are soloed already.',
    },
    step: {
      name: 'step',
      text: 'One change of the model, after reading one batch. A run is a few hundred of them.',
    },
    task: {
      name: 'task',
      text: 'One job, with examples of questions and right answers. Some of its examples are for training, others are held out for scoring.',
    },
    temperature: {
      name: 'temperature',
      text: 'How freely the next piece of text is picked. At 0 always the likeliest; at 1 as often as the model thinks it likely.',
    },
    tokens: {
      name: 'tokens',
      text: 'The pieces that text is cut into for the model: short words, parts of longer ones. Length and speed of a run are counted in them.',
    },
    tuned: {
      name: 'tuned model',
      text: 'The model after your training. It stays until another model is loaded or the page is closed.',
    },
    validationLoss: {
      name: 'validation loss',
      text: 'The loss on held-out examples. When it rises while the training loss still falls, the model has begun to learn its examples by heart.',
    },
    warmUp: {
      name: 'warm-up',
      text: 'The first steps, in which the learning rate climbs from nearly nothing. Without it the first steps may throw the model off.',
    },
    wasm: {
      name: 'WASM',
      text: 'WebAssembly: near machine speed on the processor, in every browser. With several threads it trains nano and mini well.',
    },
    watched: {
      name: 'watched',
      text: 'On the desk and scored, but never trained on. What a watched task gains, it gained from the others.',
    },
    webGPU: {
      name: 'WebGPU',
      text: 'The way in which a browser lets a page compute on the graphics processor. The bigger the model, the more it helps.',
    },
    wordDropout: {
      name: 'word dropout',
      text: 'Leaves out some words of the instruction while training. So the model leans less on the exact wording.',
    },
    workedExample: {
      name: 'worked example',
      text: 'A question with its answer in front of the real question, as a pattern to follow. None is zero-shot, a few are few-shot.',
    },
  },
};
