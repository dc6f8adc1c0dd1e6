/** Metrics by name. */
export const metrics = {
  exactMatch: 'Exact match',
  strictMatch: 'Strict match',
  rougeLCjk: 'ROUGE-L, all scripts',
  chrF: 'chrF',
  bleu: 'BLEU',
  execution: 'Same output',
  accuracy: 'Accuracy',
  rougeL: 'ROUGE-L',
  setF1: 'Set F1',
  squadF1: 'F1 over words (SQuAD)',
  squadExactMatch: 'Exact match (SQuAD)',
};
