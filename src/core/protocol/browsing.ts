import type { InstanceSearch } from '../browsing/findInstances.ts';
import type { LengthReport, MeasuredExample } from '../browsing/lengthReport.ts';
import type { StrangeCharacters } from '../browsing/strangeCharacters.ts';
import type { Result } from '../errors.ts';
import type { SplitName } from '../tasks/task.ts';
import type { FilePreview } from '../tasks/previewFile.ts';
import type { FileSource, SampleInstance } from './tasks.ts';

/** So many of the instances that are found, from one of them on. */
export interface InstancesRequest extends InstanceSearch {
  readonly taskId: string;
  /** Tokens of a row, which examples are measured against. */
  readonly seqLen: number;
  /** Of those that are found, from 0. */
  readonly from: number;
  readonly count: number;
}

/** An instance as a table shows it. */
export interface InstanceRow extends SampleInstance, MeasuredExample {
  readonly split: SplitName;
  /** What it is asked with, where that is an instruction of its own. */
  readonly instruction: string | null;
}

export interface InstancePage {
  /** Instances that have what is looked for. */
  readonly found: number;
  readonly rows: readonly InstanceRow[];
}

/** What a task's texts are to the loaded model. */
export interface TaskTexts {
  readonly lengths: LengthReport;
  readonly strange: StrangeCharacters;
}

/** Looking into tasks that the worker holds: their instances stay there, what is looked at crosses. */
export interface BrowsingApi {
  /** The first rows of a file whose columns can be mapped; null for any other. */
  previewFile(source: Pick<FileSource, 'fileName' | 'file'>): Promise<Result<FilePreview | null>>;
  instances(request: InstancesRequest): Promise<Result<InstancePage>>;
  /** @param seqLen tokens of a row */
  texts(taskId: string, seqLen: number): Promise<Result<TaskTexts>>;
}
