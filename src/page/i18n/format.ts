/** Numbers as words of the page, written as the language in use writes them. */
let locale = { tag: 'en', notANumber: 'NaN' };

const digits = (most: number) => ({ minimumFractionDigits: most, maximumFractionDigits: most });

const formats = {
  whole: digits(0),
  oneDigit: digits(1),
  twoDigits: digits(2),
  threeDigits: digits(3),
  short: { maximumSignificantDigits: 3, useGrouping: false },
  wholePercent: { style: 'percent', ...digits(0) },
  onePercent: { style: 'percent', ...digits(1) },
  compact: { notation: 'compact', maximumFractionDigits: 1 },
} as const satisfies Record<string, Intl.NumberFormatOptions>;
type FormatName = keyof typeof formats;

/** The first one costs a browser some 30 ms: none is made before it is needed. */
const made = new Map<FormatName, Intl.NumberFormat>();

/**
 * @param tag of a language, BCP 47
 * @param notANumber what that language says of a loss that is none
 */
export function setLocale(tag: string, notANumber: string): void {
  if (tag !== locale.tag) made.clear();
  locale = { tag, notANumber };
}

function write(name: FormatName, value: number): string {
  let format = made.get(name);
  if (!format) made.set(name, (format = new Intl.NumberFormat(locale.tag, formats[name])));
  return format.format(value);
}

export const formatWhole = (value: number): string => write('whole', value);
/** "1.5". */
export const formatTenths = (value: number): string => write('oneDigit', value);
/** "0.25". */
export const formatHundredths = (value: number): string => write('twoDigits', value);
/** Three digits at most: "0.5", "12300". */
export const formatShort = (value: number): string => write('short', value);
export const formatCompact = (value: number): string => write('compact', value);

/** A share of 0–1, always with one decimal, so that it doesn't jump while a fader moves: "8.3%", "40.0%". */
export const formatShare = (share: number): string => write('onePercent', share);

/** How far something is, 0–1: "40%". */
export const formatPercent = (share: number): string => write('wholePercent', share);

/** A loss in nats, always with as many decimals, so that columns stand still: "1.234", "0.047". */
export const formatLoss = (loss: number): string =>
  Number.isFinite(loss) ? write('threeDigits', loss) : locale.notANumber;

/** A score of 0–100, always one decimal: "45.2", "100.0". */
export const formatScore = (score: number): string => formatTenths(score);

/** "34 kB", "1.2 MB", "10.7 GB". */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${size === 1e3 ? formatWhole(bytes / size) : formatTenths(bytes / size)} ${unit}`;
}

export const formatMegabytes = (bytes: number): string => formatTenths(bytes / 1e6);

/** 0.002 → "0.002", 0.00001 → "1e-5". */
export const formatRate = (rate: number): string =>
  rate >= 0.0005 || rate === 0 ? formatShort(rate) : rate.toExponential(1);

/** A day and a time of day. @param iso ISO 8601 */
export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat(locale.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );

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
