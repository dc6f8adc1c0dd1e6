import { inCluster } from './inCluster.ts';

/** Makes a family of the reading gym: the rule stands in the wording's slots, new in each instance. */
export const gymFamily = (task: Parameters<ReturnType<typeof inCluster>>[0]) => ({
  ...inCluster({
    cluster: 'reading gym',
    category: 'Program Execution',
    reasoning: 'Following Rules -> Reading the Instruction',
    domain: 'Sentences',
  })(task),
  isFamily: true,
});
