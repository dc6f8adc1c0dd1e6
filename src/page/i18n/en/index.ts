import { enEngineNotes } from '../../../words/en/engineNotes.ts';
import { enErrors } from '../../../words/en/errors/index.ts';
import { answers } from './answers.ts';
import { bench } from './bench.ts';
import { classLink } from './classLink.ts';
import { columns } from './columns.ts';
import { commands } from './commands.ts';
import { curves } from './curves.ts';
import { data } from './data.ts';
import { desk } from './desk.ts';
import { engine } from './engine.ts';
import { library } from './library.ts';
import { hub } from './hub.ts';
import { link } from './link.ts';
import { exam } from './exam.ts';
import { glossary } from './glossary.ts';
import { forecast } from './forecast.ts';
import { headline } from './headline.ts';
import { history } from './history.ts';
import { metrics } from './metrics.ts';
import { mixture } from './mixture.ts';
import { names } from './names.ts';
import { nextBatch } from './nextBatch.ts';
import { notices } from './notices.ts';
import { numbers } from './numbers.ts';
import { ownReading } from './ownReading.ts';
import { presets } from './presets.ts';
import { runs } from './runs.ts';
import { schedule } from './schedule.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { strips } from './strips.ts';
import { theme } from './theme.ts';
import { transport } from './transport.ts';
import { tryIt } from './tryIt.ts';

/** Every text of the page in English, a file a view or subject. */
export const en = {
  shell,
  commands,
  notices,
  ownReading,
  hub,
  theme,
  engine,
  glossary,
  forecast,
  headline,
  history,
  transport,
  desk,
  strips,
  library,
  data,
  columns,
  presets,
  link,
  classLink,
  settings,
  curves,
  mixture,
  runs,
  schedule,
  answers,
  tryIt,
  exam,
  nextBatch,
  bench,
  names,
  metrics,
  numbers,
  engineNotes: enEngineNotes,
  errors: enErrors,
};

/** The texts of a language. */
export type Texts = typeof en;
