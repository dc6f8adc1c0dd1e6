import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { restart } from './startEngine.ts';

/** Says that the engine does not answer, with a way out; the words leave when it answers again. */
export function tellSilence(app: App): () => void {
  const { notices } = app;
  const id = notices.failed(t.engine.silent, t.engine.silentHelp, {
    label: t.engine.restart,
    run: () => void restart(app),
  });
  return () => notices.dismiss(id);
}
