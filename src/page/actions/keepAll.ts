import type { App } from '../state/createApp.ts';

/** The page may be closed without a word: what is known and learnt by now is written. */
export async function keepAll({ runs, engine, transport }: App): Promise<void> {
  const isOn = transport.phase === 'sent';
  await Promise.all([runs.flush(), isOn && engine.api?.keepNow()]);
}
