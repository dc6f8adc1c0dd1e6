/** What the engine has to say about its start: why this backend, and what was tried before it. */
interface NoteValues {
  readonly noAdapter: NoValues;
  readonly webgpuNeedsSecureAddress: NoValues;
  readonly softwareAdapter: { readonly adapter: string };
  readonly backendFailed: { readonly backend: string; readonly cause: string };
  readonly noSimd: NoValues;
  readonly notIsolated: NoValues;
  readonly threadsNeedSecureAddress: NoValues;
  readonly threadsDidNotStart: NoValues;
  readonly threadsFailed: { readonly cause: string };
  readonly kernelThreadsFailed: { readonly cause: string };
  readonly kernelsForEmulated: { readonly products: string; readonly lanes: number };
  readonly kernelsAsAsked: { readonly variant: string };
  readonly kernelsMeasured: { readonly winners: readonly Winner[] };
  readonly noHalfPrecision: NoValues;
  readonly halfPrecision: NoValues;
  readonly kernelsFallBack: { readonly names: readonly string[] };
  readonly gradientFallsBack: NoValues;
}
type NoValues = Readonly<Record<never, never>>;

/** The variant of some kernels that was fastest on this device. */
export interface Winner {
  readonly kernels: 'products' | 'inputs' | 'attention' | 'rows';
  /** A variant's or a precision's name, or a number of threads. */
  readonly variant: string | number;
  readonly usesSubgroups?: boolean;
}

export type NoteKey = keyof NoteValues;
/** A note as plain data; each language words it by its key. */
export type EngineNote = {
  readonly [K in NoteKey]: { readonly key: K; readonly values: NoteValues[K] };
}[NoteKey];
export type NoteWords = { readonly [K in NoteKey]: (values: NoteValues[K]) => string };

export const noteOf = <K extends NoteKey>(key: K, values: NoteValues[K]): EngineNote =>
  ({ key, values }) as EngineNote;

/** The sentence of a note. */
export const wordsOf = ({ key, values }: EngineNote, words: NoteWords): string =>
  (words[key] as (values: unknown) => string)(values);
