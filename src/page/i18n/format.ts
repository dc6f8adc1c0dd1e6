/** Numbers as words of the page, written as the language in use writes them. */
let numbers = numbersIn('en', 'NaN');

/**
 * @param tag of a language, BCP 47
 * @param notANumber what that language says of a loss that is none
 */
export function setLocale(tag: string, notANumber: string): void {
  numbers = numbersIn(tag, notANumber);
}

function numbersIn(tag: string, notANumber: string) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const percent = { style: 'percent' } as const;
  const short = { maximumSignificantDigits: 3, useGrouping: false };
  const thousandths = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return {
    whole: new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }),
    oneDigit: new Intl.NumberFormat(tag, digits),
    threeDigits: new Intl.NumberFormat(tag, thousandths),
    twoDigits: new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    short: new Intl.NumberFormat(tag, short),
    wholePercent: new Intl.NumberFormat(tag, { ...percent, maximumFractionDigits: 0 }),
    onePercent: new Intl.NumberFormat(tag, { ...percent, ...digits }),
    notANumber,
    compact: new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }),
  };
}

export const formatWhole = (value: number): string => numbers.whole.format(value);
/** "1.5". */
export const formatTenths = (value: number): string => numbers.oneDigit.format(value);
/** "0.25". */
export const formatHundredths = (value: number): string => numbers.twoDigits.format(value);
/** Three digits at most: "0.5", "12300". */
export const formatShort = (value: number): string => numbers.short.format(value);
export const formatCompact = (value: number): string => numbers.compact.format(value);

/** A share of 0–1, always with one decimal, so that it doesn't jump while a fader moves: "8.3%", "40.0%". */
export const formatShare = (share: number): string => numbers.onePercent.format(share);

/** How far something is, 0–1: "40%". */
export const formatPercent = (share: number): string => numbers.wholePercent.format(share);

/** A loss in nats, always with as many decimals, so that columns stand still: "1.234", "0.047". */
export const formatLoss = (loss: number): string =>
  Number.isFinite(loss) ? numbers.threeDigits.format(loss) : numbers.notANumber;

/** A score of 0–100, always one decimal: "45.2", "100.0". */
export const formatScore = (score: number): string => formatTenths(score);

export const formatMegabytes = (bytes: number): string => formatTenths(bytes / 1e6);

/** 0.002 → "0.002", 0.00001 → "1e-5". */
export const formatRate = (rate: number): string =>
  rate >= 0.0005 || rate === 0 ? formatShort(rate) : rate.toExponential(1);

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
  value >= 10_000 ? formatCompact(value) : value >= 1 ? formatWhole(value) : formatShort(value);
