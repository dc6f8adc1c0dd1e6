import * as Comlink from 'comlink';
import { lifeIsHeld } from '../src/core/protocol/index.ts';
import { holdLife } from './thread/holdLife.ts';
import { createTrainer } from './trainer.ts';

Comlink.expose(createTrainer());
holdLife(self.name, () => postMessage(lifeIsHeld));
