import { mount } from 'svelte';
import { begin } from './page/actions/begin.ts';
import { tellUnknownView } from './page/actions/tellUnknownView.ts';
import { ensureIsolation } from './page/bridge/isolation.ts';
import Page from './page/shell/Page.svelte';
import { app, language, theme, transport, view } from './page/state/app.ts';
import './page/ui/styles/tokens.css';
import './page/ui/styles/base.css';

theme.show();
language.show();
language.choose(new URLSearchParams(location.search).get('lang'));
view.follow(window, (hash) => tellUnknownView(app, hash));
ensureIsolation(() => transport.isBusy);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
mount(Page, { target });

// The engine starts after the first paint: the desk is there before anything is downloaded. Who opens the engine
// first measures an idle device there.
requestAnimationFrame(() =>
  setTimeout(
    () =>
      void Promise.race([view.reached('desk'), view.reached('data')]).then(() =>
        begin(app, new URLSearchParams(location.search)),
      ),
  ),
);
