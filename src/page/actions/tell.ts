import type { Result } from '../../core/errors.ts';
import type { App } from '../state/createApp.ts';

/** Shows what went wrong, if something did. */
export function tell({ notices }: App, result: Result<unknown>): void {
  if (!result.ok) notices.error(result.error);
}
