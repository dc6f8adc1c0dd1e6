import * as Comlink from 'comlink';
import { createTrainer } from './trainer.ts';

Comlink.expose(createTrainer());
