import {
  errorText,
  type ErrorInfo,
  type ErrorText,
  type ErrorWords,
} from '../../../core/errors.ts';
import { deskErrors } from './desk.ts';
import { engineErrors } from './engine.ts';
import { hubErrors } from './hub.ts';
import { modelErrors } from './model.ts';
import { runErrors } from './runs.ts';
import { settingErrors } from './settings.ts';
import { siteErrors } from './site.ts';
import { storageErrors } from './storage.ts';
import { taskFileErrors } from './taskFiles.ts';

/** What each error says, for the page and for the command line. */
export const enErrors: ErrorWords = {
  ...settingErrors,
  ...deskErrors,
  ...taskFileErrors,
  ...siteErrors,
  ...hubErrors,
  ...modelErrors,
  ...runErrors,
  ...storageErrors,
  ...engineErrors,
};

/** An error in English, settings by their keys: for a terminal. */
export const errorInEnglish = (error: ErrorInfo): ErrorText => errorText(error, enErrors);
