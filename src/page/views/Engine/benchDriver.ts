/** What `npm run bench` drives: it opens the Engine view and calls these. */
import '../../../../bench/benchWindow.ts';
import { runBench } from '../../../../bench/runBench.ts';
import { runGrowth } from '../../../../bench/runGrowth.ts';
import { runJob } from '../../../../bench/runJob.ts';

const siteUrl = (): string => new URL('.', document.baseURI).href;

window.bench = {
  run: runBench,
  growth: runGrowth,
  answers: (backend) => runJob({ kind: 'answers', backend, siteUrl: siteUrl() }, 240),
  mixture: (backend, nBatches) =>
    runJob({ kind: 'mixture', backend, siteUrl: siteUrl(), nBatches }, 240),
  evaluations: (preset, trainTokens) =>
    runJob({ kind: 'evaluations', siteUrl: siteUrl(), preset, trainTokens }, 240),
};
