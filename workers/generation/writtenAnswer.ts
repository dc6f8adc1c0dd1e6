/** A greedy answer as far as it is known. */
export class WrittenAnswer {
  readonly ids: number[] = [];
  isEnded = false;
  /** It had not ended when it was as long as it may be. */
  isCut = false;

  constructor(readonly maxNewTokens: number) {}

  push(id: number, eosId: number): void {
    if (this.isEnded) return;
    if (id !== eosId) this.ids.push(id);
    this.isCut = this.ids.length === this.maxNewTokens;
    this.isEnded = id === eosId || this.isCut;
  }
}
