/** What `npm run bench` drives: it opens the Engine view and calls these. */
import '../../../../bench/benchWindow.ts';
import { runBench } from '../../../../bench/runBench.ts';
import { runGrowth } from '../../../../bench/runGrowth.ts';
import { runJob } from '../../../../bench/runJob.ts';

window.bench = {
  run: runBench,
  growth: runGrowth,
  answers: (backend) =>
    runJob({ kind: 'answers', backend, siteUrl: new URL('.', document.baseURI).href }, 240),
};
