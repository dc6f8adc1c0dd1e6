/**
 * How an answer looks, in the few sentences that nearly all tasks share. They end the instruction, so
 * that a form which one task has taught is known where a held-out one asks for it: few output forms,
 * widely shared.
 */
export const answerForms = {
  oneWord: 'Answer with one word.',
  fewWords: 'Answer with a few words of the text.',
  yesOrNo: 'Answer yes or no.',
  yesNoMaybe: 'Answer yes, no or maybe.',
  digits: 'Answer with a number in digits.',
  list: 'Put commas between the words.',
  copiedWords: 'Copy words of the text, without a full stop.',
  copiedSentence: 'Copy one sentence.',
  sentence: 'Answer with one sentence.',
  code: 'Answer with code only.',
} as const;
