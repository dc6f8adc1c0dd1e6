import type { StudyOptions, StudySite } from '../../src/core/studies/study.ts';

/** Where a study's runs are kept, and the page in docs that tells of them. */
export interface StudyReport<Options extends StudyOptions, Kept> {
  /** Those that earlier calls have left; throws if they were made in another way. */
  read(options: Options): Kept[];
  /** Writes page and runs. */
  write(kept: readonly Kept[], options: Options, site: StudySite): void;
}
