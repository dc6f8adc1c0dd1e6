/** What decides whether a task gives another one away. */
export interface ClusteredTask {
  readonly id: string;
  readonly cluster: string;
}
