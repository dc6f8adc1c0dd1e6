import type { LeftOut, PromptsLeft, PromptsRead, ReadFile, ReadReport } from '../readReport.ts';
import { LeftPrompts } from './leftPrompts.ts';

/** The tasks of several readings as those of one file; what is left out of all of them is in the book of the first. */
export function mergedReading(
  readings: readonly ReadFile[],
  left: readonly PromptsLeft[],
): ReadFile {
  const tasks = readings.flatMap((reading) => reading.tasks);
  const used = readings.flatMap(({ report }) => report.prompts ?? []);
  const prompts: PromptsRead = {
    rowFiles: [...new Set(used.flatMap(({ rowFiles }) => rowFiles))],
    names: used.flatMap(({ names }) => names),
    tasks: tasks.length,
    promptsLeft: new LeftPrompts([...used.flatMap(({ promptsLeft }) => promptsLeft), ...left]).all,
  };
  const [first, ...others] = readings.flatMap(
    ({ tasks: own, report, ownReports }) => ownReports ?? own.map(() => report),
  ) as [ReadReport, ...ReadReport[]];
  const ofFirst = first.prompts ?? {
    rowFiles: [],
    names: [],
    tasks: tasks.length,
    promptsLeft: [],
  };
  const promptsLeft = [...ofFirst.promptsLeft, ...left];
  const told = left.length > 0 ? { ...first, prompts: { ...ofFirst, promptsLeft } } : first;
  const rows = readings.reduce((sum, { report }) => sum + report.rows, 0);
  const isOfPrompts = used.length > 0 || left.length > 0;
  const report = { ...sumOf(readings.map((reading) => reading.report)), rows };
  return {
    tasks,
    report: { ...report, ...(isOfPrompts && { prompts }) },
    ownReports: [told, ...others],
  };
}

/** One book for several tasks of the same rows. */
export function sumOf(reports: readonly ReadReport[]): ReadReport {
  const [first] = reports as [ReadReport];
  const leftOut = new Map<LeftOut['reason'], LeftOut>();
  for (const one of reports.flatMap((report) => report.leftOut)) {
    const before = leftOut.get(one.reason);
    leftOut.set(one.reason, { ...one, ...before, count: one.count + (before?.count ?? 0) });
  }
  const total = (count: (report: ReadReport) => number): number =>
    reports.reduce((sum, report) => sum + count(report), 0);
  return {
    ...first,
    leftOut: [...leftOut.values()],
    duplicates: total(({ duplicates }) => duplicates),
    joinedAnswers: total(({ joinedAnswers }) => joinedAnswers),
    splitRows: {
      train: total(({ splitRows }) => splitRows.train),
      validation: total(({ splitRows }) => splitRows.validation),
      test: total(({ splitRows }) => splitRows.test),
    },
    ...(first.prompts && {
      prompts: {
        ...first.prompts,
        names: reports.flatMap(({ prompts }) => prompts?.names ?? []),
      },
    }),
  };
}
