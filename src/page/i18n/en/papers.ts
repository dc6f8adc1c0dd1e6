/** A publication that can be read on arXiv. */
interface Paper {
  readonly cited: string;
  readonly title: string;
  /** Its number there. */
  readonly arxiv: string;
}

/** What to read first of docs/papers.md: mixtures of tasks, and what became of them. */
export const papers: readonly Paper[] = [
  {
    cited: 'Raffel et al. 2020',
    title: 'Exploring the limits of transfer learning with T5',
    arxiv: '1910.10683',
  },
  {
    cited: 'Wei et al. 2022',
    title: 'Finetuned language models are zero-shot learners',
    arxiv: '2109.01652',
  },
  {
    cited: 'Sanh et al. 2022',
    title: 'Multitask prompted training enables zero-shot task generalization',
    arxiv: '2110.08207',
  },
  { cited: 'Wang et al. 2022', title: 'Super-NaturalInstructions', arxiv: '2204.07705' },
  {
    cited: 'Chung et al. 2022',
    title: 'Scaling instruction-finetuned language models',
    arxiv: '2210.11416',
  },
  {
    cited: 'Zhang et al. 2024',
    title: 'Instruction diversity drives generalization to unseen tasks',
    arxiv: '2402.10891',
  },
];
