import { mount } from 'svelte';
import { ensureIsolation } from './page/bridge/isolation.ts';
import { session, theme, trainer } from './page/state/session.svelte.ts';
import App from './page/ui/App.svelte';
import './page/ui/styles/tokens.css';
import './page/ui/styles/base.css';

theme.show();
ensureIsolation(() => trainer.isBusy);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
mount(App, { target });

// The engine starts after the first paint: the desk is there before anything is downloaded.
requestAnimationFrame(() =>
  setTimeout(() => void session.begin(new URLSearchParams(location.search))),
);
