/** A greedy answer as far as it is known. */
export class Answer {
  readonly ids: number[] = [];
  isEnded = false;

  constructor(readonly maxNewTokens: number) {}

  push(id: number, eosId: number): void {
    if (this.isEnded) return;
    if (id !== eosId) this.ids.push(id);
    this.isEnded = id === eosId || this.ids.length === this.maxNewTokens;
  }
}
