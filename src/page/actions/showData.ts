import type { App } from '../state/createApp.ts';
import { addressOf } from '../state/view.svelte.ts';

/** To the Data view, where this task is opened. */
export function showData({ dataView }: App, id: string): void {
  dataView.choose(id);
  location.assign(addressOf('data'));
}
