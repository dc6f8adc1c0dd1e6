import type { RunForecast } from '../../src/core/runs/runForecast.ts';
import { forecast as words } from '../../src/page/i18n/en/forecast.ts';

/** What `npm run train` says of a run before it begins; where it will not fit, that too. */
export function forecastLines(
  { nSteps, tokens, memory, fittingBatch, epochs }: RunForecast,
  { batchSize, seqLen }: { readonly batchSize: number; readonly seqLen: number },
): string[] {
  const times = Object.entries(epochs).sort(([, a], [, b]) => a - b);
  const [least, most] = [times[0], times.at(-1)].flatMap((one) =>
    one ? [words.epochsOf(...one)] : [],
  );
  const parts = [
    words.steps(nSteps, tokens),
    ...(memory ? [`${words.memoryOf(memory.bytes)} of memory`] : []),
    ...(least && most
      ? [`epochs ${least === most ? least : words.epochsBetween(least, most)}`]
      : []),
  ];
  const remedy = fittingBatch ? words.fits(fittingBatch) : words.nothingFits;
  const warning =
    fittingBatch !== null && memory
      ? [`${words.tooLarge(batchSize, seqLen, memory.mostBytes)} ${remedy}`]
      : [];
  return [`this gives ${parts.join('; ')}`, ...warning];
}
