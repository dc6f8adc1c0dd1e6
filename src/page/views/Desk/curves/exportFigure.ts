import {
  csvHead,
  csvRows,
  jsonFoot,
  jsonHead,
  jsonLine,
  type ExportedCurves,
  type ExportedLine,
} from '../../../../core/analysis/curves/curveExport.ts';
import { curveLines } from '../../../../core/analysis/curves/curveLines.ts';
import { curvePoints } from '../../../../core/analysis/curves/curvePoints.ts';
import { trainedIn } from '../../../../core/runs/trainedIn.ts';
import { lineName } from '../../../state/curvePlots.ts';
import type { CurvesPicture } from '../../../state/curvesPicture.svelte.ts';
import { saveFile } from '../../../ui/plot/saveFile.ts';
import { pngOf } from '../../../ui/plot/pngOf.ts';
import { svgFigure } from '../../../ui/plot/svgFigure.ts';
import { figureOf } from './figureOf.ts';

/** What a figure can be taken away as. */
export const exportNames = ['png', 'svg', 'csv', 'json', 'copyPicture', 'copyNumbers'] as const;
export type ExportName = (typeof exportNames)[number];

/**
 * Saves or copies what the curves show: the picture as it is seen, the numbers with every point of every line.
 *
 * @throws DOMException where the browser refuses its clipboard
 */
export async function exportFigure(name: ExportName, picture: CurvesPicture): Promise<void> {
  const file = `${picture.run!.record.name}-${picture.view.get('kind')}`;
  switch (name) {
    case 'svg':
      saveFile(`${file}.svg`, new Blob([svgFigure(figureOf(picture)).svg], { type: svgType }));
      return;
    case 'png':
      saveFile(`${file}.png`, await pngOf(svgFigure(figureOf(picture))));
      return;
    case 'copyPicture': {
      const png = pngOf(svgFigure(figureOf(picture)));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return;
    }
    case 'csv':
      saveFile(`${file}.csv`, new Blob(await csvOf(picture), { type: 'text/csv' }));
      return;
    case 'copyNumbers':
      await navigator.clipboard.writeText((await csvOf(picture)).join(''));
      return;
    case 'json':
      saveFile(`${file}.json`, new Blob(await jsonOf(picture), { type: 'application/json' }));
      return;
    default:
      name satisfies never;
  }
}

const svgType = 'image/svg+xml';

async function csvOf(picture: CurvesPicture): Promise<string[]> {
  const about = aboutOf(picture);
  return [csvHead, ...(await eachLine(picture, (line) => csvRows(about, line)))];
}

async function jsonOf(picture: CurvesPicture): Promise<string[]> {
  const lines = await eachLine(picture, jsonLine);
  const between = lines.flatMap((line, i) => (i === 0 ? [line] : [',\n', line]));
  return [jsonHead(aboutOf(picture)), ...between, jsonFoot];
}

function aboutOf(picture: CurvesPicture): ExportedCurves {
  const { runId, name } = picture.run!.record;
  const { kind, smoothing } = picture.asked;
  const weight = kind.isSmoothed ? smoothing : 0;
  return { run: { id: runId, name }, kind: kind.name, unit: kind.unit, smoothing: weight };
}

/** Writes line after line, a breath between two, so that a hundred long ones don't stop the page. */
async function eachLine(
  { run, tasks, asked, view }: CurvesPicture,
  write: (line: ExportedLine) => string,
): Promise<string[]> {
  const shown = tasks.filter(({ id }) => !view.hiddenTasks.includes(id));
  const written: string[] = [];
  for (const line of curveLines(trainedIn(run!.record), shown)) {
    const { kind, smoothing } = asked;
    const own = { kind, taskIds: line.members };
    const curve = curvePoints(run!.columns, { ...own, xAxis: 'step' });
    const weight = kind.isSmoothed ? smoothing : 0;
    const exported = {
      id: line.id,
      name: lineName(line),
      taskIds: line.members,
      curve,
      smoothed: curvePoints(run!.columns, { ...own, xAxis: 'step', smoothing: weight }),
      tokens: curvePoints(run!.columns, { ...own, xAxis: 'tokens' }).xs,
      seconds: curvePoints(run!.columns, { ...own, xAxis: 'seconds' }).xs,
    };
    written.push(write(exported));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return written;
}
