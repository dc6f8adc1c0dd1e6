/** Text ↔ token ids; the worker's tokenizer behind the few calls that core needs. */
export interface Tokenizer {
  encode(text: string): number[];
  /** Special tokens are left out. */
  decode(ids: readonly number[]): string;
  /** How many UTF-8 bytes this token stands for; 0 for special tokens. */
  byteLength(id: number): number;
  readonly eosId: number;
  readonly padId: number;
  readonly vocabSize: number;
}
