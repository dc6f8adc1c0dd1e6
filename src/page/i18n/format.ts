/** Numbers as words of the page, written as the language in use writes them. */
let numbers = numbersIn('en');

/** @param tag of a language, BCP 47 */
export function setLocale(tag: string): void {
  numbers = numbersIn(tag);
}

function numbersIn(tag: string) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const significant = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  return {
    whole: new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }),
    oneDigit: new Intl.NumberFormat(tag, digits),
    threeDigits: new Intl.NumberFormat(tag, significant),
    compact: new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }),
  };
}

export const formatWhole = (value: number): string => numbers.whole.format(value);
export const formatCompact = (value: number): string => numbers.compact.format(value);

/** A share of 0–1: "8.3%", "40%". */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 9.95 ? numbers.oneDigit.format(percent) : numbers.whole.format(percent)}%`;
}

/** A loss in nats, three digits: "1.23", "0.0471". */
export const formatLoss = (loss: number): string =>
  Number.isFinite(loss) ? numbers.threeDigits.format(loss) : 'not a number';

/** A score of 0–100: "45.2". */
export const formatScore = (score: number): string =>
  score >= 99.95 ? '100' : numbers.oneDigit.format(score);

export const formatMegabytes = (bytes: number): string => numbers.oneDigit.format(bytes / 1e6);

/** 0.002 → "0.002", 0.00001 → "1e-5". */
export const formatRate = (rate: number): string =>
  rate >= 0.0005 || rate === 0 ? String(Number(rate.toPrecision(3))) : rate.toExponential(1);

/** "0:07", "12:30", "1:02:09". */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** The least and the most that a field accepts, short: "1", "1M". */
export const formatBounds = ({ min, max }: { min: number; max: number }): [string, string] => [
  shortNumber(min),
  shortNumber(max),
];

const shortNumber = (value: number): string =>
  value >= 10_000 ? formatCompact(value) : value >= 1 ? formatWhole(value) : String(value);
