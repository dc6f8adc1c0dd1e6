import { t } from '../../i18n/texts.ts';

/** What can lie open beside the curves, in order; the phone shows them as sections of their own. */
export const sideTabs = (): readonly { readonly value: string; readonly label: string }[] => [
  { value: 'tryIt', label: t.tryIt.title },
  { value: 'nextBatch', label: t.nextBatch.title },
];
