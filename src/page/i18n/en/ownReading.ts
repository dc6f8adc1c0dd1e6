import { formatClock, formatMegabytes, formatPercent } from '../format.ts';
import { counted } from './counted.ts';

/** Own data while it is read. */
export const ownReading = {
  label: 'Own data being read',
  title: (name: string) => `Reading ${name}`,
  bytes: (read: number, total: number) =>
    `${formatMegabytes(read)} of ${formatMegabytes(total)} MB, ${formatPercent(read / total)}`,
  rows: (n: number) => counted(n, 'row'),
  left: (ms: number) => `about ${formatClock(ms)} left`,
  ordering: 'putting the examples in order',
  firstRows: 'Its first rows',
  stop: 'Stop reading',
  stopping: 'Stopping',
};
