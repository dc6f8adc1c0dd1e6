/** What a person can say that a column is; the order in which they are offered. */
export const mappableRoles = [
  'instruction',
  'input',
  'context',
  'output',
  'options',
  'split',
  'group',
  'id',
] as const;
export type MappableRole = (typeof mappableRoles)[number];

/** Which column of a file plays which role, where its names do not say it. */
export interface ColumnMapping {
  readonly columns: Readonly<Partial<Record<MappableRole, string>>>;
  /** What is asked of every row; left out where a column says it. */
  readonly instruction?: string;
}
