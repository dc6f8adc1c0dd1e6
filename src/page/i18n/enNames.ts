/** Names of tasks and clusters by id. What is not listed goes by the name that its file gives. */
export interface Names {
  readonly tasks: Readonly<Record<string, string>>;
  readonly clusters: Readonly<Record<string, string>>;
}

/** The dataset index is in English already. */
export const enNames: Names = { tasks: {}, clusters: {} };
