import { mount } from 'svelte';
import { begin } from './page/actions/begin.ts';
import { openDesk } from './page/actions/openDesk.ts';
import { tellUnknownView } from './page/actions/tellUnknownView.ts';
import { ensureIsolation } from './page/bridge/isolation.ts';
import Page from './page/shell/Page.svelte';
import { app, hidden, language, theme, transport, view } from './page/state/app.ts';
import { hideParameter } from './page/state/hiddenControls.svelte.ts';
import { turns } from './page/ui/turns.ts';
import './page/ui/styles/tokens.css';
import './page/ui/styles/base.css';
import './page/ui/styles/opening.css';

/** A list of tasks that takes longer fills a desk that is there already. */
const longestWaitMs = 2000;

theme.show();
language.show();
const params = new URLSearchParams(location.search);
language.choose(params.get('lang'));
hidden.read(params.get(hideParameter));
view.follow(window, (hash) => tellUnknownView(app, hash));
ensureIsolation(() => transport.isBusy);

// Who opens the engine's view first measures an idle device there.
const asked = Promise.race([view.reached('desk'), view.reached('data')]);
const opened = asked.then(() => openDesk(app, params));
await Promise.race([view.reached('engine'), Promise.allSettled([opened]), rest(longestWaitMs)]);

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
mount(Page, { target });
await turns.done();
document.getElementById('opening')?.remove();

// The engine starts after the desk has been drawn: Train takes a press before anything large is downloaded.
requestAnimationFrame(() => setTimeout(() => void asked.then(() => begin(app, opened))));

function rest(ms: number): Promise<void> {
  return new Promise((go) => setTimeout(go, ms));
}
