import { modelNames } from '../../core/models.ts';
import type { EngineFlags } from '../../core/protocol/index.ts';
import { settingsFromLink } from '../../core/settings/link.ts';
import { settingsTable } from '../../core/settings/table.ts';
import type { App } from '../state/createApp.ts';
import { deskParameter } from '../state/deskLink.ts';
import { backendChoices } from '../state/engine.svelte.ts';
import { loadRuns } from './keptRuns.ts';
import { loadKept } from './loadKept.ts';
import { loadListings } from './loadListings.ts';
import { loadPresets } from './loadPresets.ts';
import { openLink } from './openLink.ts';
import { tellAbsent } from './tellAbsent.ts';

/**
 * What the desk holds when it is first drawn. `?desk=` puts a whole desk in the place of the remembered one;
 * `?backend=`, `?model=`, `?set.<setting>=`, `?precision=` and `?subgroups=` override what is remembered, chosen or
 * measured by itself.
 */
export async function openDesk(app: App, params: URLSearchParams): Promise<void> {
  const { engine, desk, notices } = app;
  const backend = backendChoices.find((choice) => choice === params.get('backend'));
  const model = modelNames.find((name) => name === params.get('model'));
  engine.flags = engineFlags(params);
  const packed = params.get(deskParameter);
  if (packed !== null) await openLink(app, packed);
  if (backend) engine.backend = backend;
  if (model) desk.useModelForVisit(model);
  const linked = settingsFromLink(settingsTable, params);
  desk.useSettingsForVisit(linked.values);
  for (const error of linked.errors) notices.error(error.info);
  await loadKept(app);
  await Promise.all([loadListings(app), loadPresets(app)]);
  tellAbsent(app);
  void loadRuns(app);
  app.history.begin(desk.state);
}

/** `?precision=fp32|fp16` and `?subgroups=off`; without them the engine measures. */
function engineFlags(params: URLSearchParams): EngineFlags {
  const precision = params.get('precision');
  return {
    ...((precision === 'fp32' || precision === 'fp16') && { precision }),
    ...(params.get('subgroups') === 'off' && { subgroups: false }),
  };
}
