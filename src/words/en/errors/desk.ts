import type { DeskWanted } from '../../../core/errorValues.ts';
import type { ErrorWords } from '../../../core/errors.ts';
import { metricNames } from '../../../core/metrics/index.ts';
import { modelNames } from '../../../core/models.ts';

const wantedWords: Readonly<Record<DeskWanted, string>> = {
  count: 'a whole number from 1',
  flag: 'true or false',
  hub: 'a dataset of a hub, such as "owner/name"',
  id: 'the id of a task, such as "ner_people"',
  level: 'a number from 0 to 100',
  metric: `one of ${metricNames.join(', ')}`,
  model: `one of ${modelNames.join(', ')}`,
  noSuchKey: 'no such key',
  object: 'an object',
  present: 'a value',
  tasks: 'a list of tasks, such as [{ "id": "ner_people" }]',
  version: 'a number',
};

export const deskErrors = {
  badDesk: ({ key, got, wanted }) => ({
    message: `desk: ${key || 'the whole'}: got ${got}, wanted ${wantedWords[wanted]}`,
    hint: 'Correct it, or copy the link or export the desk again.',
  }),
  taskTwice: ({ id }) => ({
    message: `desk: tasks: "${id}" is there twice`,
    hint: 'Name each task once.',
  }),
  newerDesk: ({ version, known }) => ({
    message: `desk: it is of version ${version}; this page reads up to ${known}`,
    hint: 'Reload the page for a newer one, or ask for a link made with this version.',
  }),
  unreadableLink: ({ cause }) => ({
    message: `The link holds no desk that can be read (${cause})`,
    hint: 'It may have been cut off on its way: copy the whole link again.',
  }),
  badPreset: ({ fileName, key, cause }) => ({
    message: `${fileName}: ${key || 'top level'}: ${cause}`,
    hint: 'A preset is { "words": { "en": { "name": …, "sentence": … } }, "desk": { "tasks": … } }, as the page exports it.',
  }),
  presetsNotLoaded: ({ cause }) => ({
    message: `The presets could not be loaded: ${cause}`,
    hint: 'Check the connection, then try again. Tasks can be put on the desk from the library.',
  }),
  unknownPreset: ({ id, known }) => ({
    message: `No preset is called "${id}"`,
    hint: `Presets: ${known.join(', ')}.`,
  }),
} as const satisfies Partial<ErrorWords>;
