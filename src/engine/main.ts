/** The Engine page: the visitor's own device against the peers. `npm run bench` drives the same page. */
import { mount } from 'svelte';
import '../../bench/benchWindow.ts';
import { runBench } from '../../bench/runBench.ts';
import { runGrowth } from '../../bench/runGrowth.ts';
import { runJob } from '../../bench/runJob.ts';
import EnginePage from './EnginePage.svelte';
import '../page/ui/styles/tokens.css';
import '../page/ui/styles/base.css';

window.bench = {
  run: runBench,
  growth: runGrowth,
  answers: (backend) =>
    runJob({ kind: 'answers', backend, siteUrl: new URL('.', document.baseURI).href }, 240),
};
const target = document.getElementById('app');
if (!target) throw new Error('engine.html has no element with the id "app"');
mount(EnginePage, { target });
