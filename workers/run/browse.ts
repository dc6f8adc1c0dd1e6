import { findInstances, type InstancePlace } from '../../src/core/browsing/findInstances.ts';
import { lengthReport, type MeasuredExample } from '../../src/core/browsing/lengthReport.ts';
import { StrangeCharacterCount } from '../../src/core/browsing/strangeCharacters.ts';
import type {
  FileSource,
  InstancePage,
  InstanceRow,
  InstancesRequest,
  TaskTexts,
} from '../../src/core/protocol/index.ts';
import { askedText, fillSlots } from '../../src/core/render/fillSlots.ts';
import { renderInstance } from '../../src/core/render/render.ts';
import { previewFile } from '../../src/core/tasks/previewFile.ts';
import { splitNames, type Task } from '../../src/core/tasks/task.ts';
import { measureExample } from '../../src/core/tokens/encode.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import { wordingInTurn } from '../../src/core/tokens/wordingInTurn.ts';
import { blobContent } from '../data/blobContent.ts';
import { tasksOf } from '../loop/run.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import type { Session } from './session.ts';

/** More examples than these are measured in even steps: their lengths say the same. */
const mostMeasured = 10_000;
/** So many are measured, or looked through, between two turns of the thread: a run goes on meanwhile. */
const measuredInATurn = 40;
const searchedInATurn = 1_000;

/** What `BrowsingApi` asks for. @throws AppError 'not-ready' for a task that is not loaded, or without a model. */
export function createBrowser(session: Session) {
  const taskOf = (id: string): Task => tasksOf([id], session.tasks)[0]!;
  /** Of the search before: its pages are asked for one after another. */
  let last: { readonly task: Task; readonly key: string; readonly places: InstancePlace[] } | null =
    null;

  async function search(task: Task, { split, words }: InstancesRequest): Promise<InstancePlace[]> {
    const key = JSON.stringify([split, words]);
    if (last?.task === task && last.key === key) return last.places;
    const places: InstancePlace[] = [];
    let seen = 0;
    for (const place of findInstances(task, { split, words })) {
      if (place) places.push(place);
      if (++seen % searchedInATurn === 0) await yieldToEvents();
    }
    last = { task, key, places };
    return places;
  }

  return {
    previewFile: async ({ fileName, file }: Pick<FileSource, 'fileName' | 'file'>) =>
      previewFile(await blobContent(file, fileName), fileName, session.lists.readers),

    async instances(request: InstancesRequest): Promise<InstancePage> {
      const { from, count, seqLen } = request;
      const task = taskOf(request.taskId);
      const reading = session.reading();
      const places = await search(task, request);
      const rows = places
        .slice(from, from + count)
        .map((place) => rowOf(task, place, reading, seqLen));
      return { found: places.length, rows };
    },

    async texts(taskId: string, seqLen: number): Promise<TaskTexts> {
      const task = taskOf(taskId);
      const reading = session.reading();
      const strange = new StrangeCharacterCount(reading.tokenizer, session.needModel().unseen);
      const places = splitNames.flatMap((split) =>
        task.splits[split].map((_, index): InstancePlace => ({ split, index })),
      );
      const stride = Math.max(1, Math.ceil(places.length / mostMeasured));
      const measured: MeasuredExample[] = [];
      for (let i = 0; i < places.length; i += stride) {
        const { split, index } = places[i]!;
        measured.push(measure(task, { split, index }, reading, seqLen));
        strange.take(task.splits[split][index]!);
        if (measured.length % measuredInATurn === 0) await yieldToEvents();
      }
      return { lengths: lengthReport(measured, places.length, seqLen), strange: strange.found };
    },
  };
}

function rowOf(task: Task, place: InstancePlace, reading: Reading, seqLen: number): InstanceRow {
  const { id, input, outputs, slots, options, showsOptions } =
    task.splits[place.split][place.index]!;
  return {
    id,
    input,
    outputs,
    ...(slots && { slots }),
    ...(options && { options }),
    ...(showsOptions !== undefined && { showsOptions }),
    split: place.split,
    instruction: slots ? fillSlots(askedText(wordingInTurn(task)(place.index)), slots) : null,
    ...measure(task, place, reading, seqLen),
  };
}

function measure(
  task: Task,
  { split, index }: InstancePlace,
  { format, tokenizer }: Reading,
  seqLen: number,
): MeasuredExample {
  const instance = task.splits[split][index]!;
  const asked = { task, wording: wordingInTurn(task)(index), instance, shots: [] };
  return measureExample(renderInstance(format, asked), tokenizer, seqLen);
}
