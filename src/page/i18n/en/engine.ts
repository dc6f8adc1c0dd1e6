import { counted } from './counted.ts';

/** The model, and what it runs on. */
export const engine = {
  label: 'Engine',
  model: 'Model',
  modelHelp: {
    nano: '0.15 million parameters: the fastest',
    mini: '1.1 million parameters: better answers',
    small: '4.9 million parameters: the best answers; wants a GPU',
  },
  backends: { auto: 'Automatic', webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' },
  software: 'software',
  inSoftware: (backend: string) => `${backend}, in software`,
  startingShort: 'starting…',
  more: 'Engine and model in numbers',
  modelFixed: 'The model stays while a run is on',
  starting: 'Starting the engine…',
  loadingModel: 'Loading the model…',
  failed: 'Engine failed',
  off: 'Engine off',
  restart: 'Restart the engine',
  silent: 'The engine has not answered for 20 seconds.',
  silentHelp:
    'It may be busy with something large, or hang. Wait, or restart it: the run ends, its curves stay.',
  endRun: (name: string) => ({
    title: 'Restart, and end the run?',
    text: `${name} is on its way. Its curves and answers stay; what the model has learned in it is lost.`,
    no: 'Let it run',
  }),
  useBackend: 'Run on',
  details: 'Engine details',
  adapter: 'Adapter',
  means: 'What that means',
  notes: 'Why this one',
  parameters: 'Parameters',
  shape: 'Shape',
  shapeOf: (layers: number, dModel: number, heads: number) =>
    `${layers} layers × ${dModel} wide, ${heads} heads`,
  context: 'Context',
  tokens: (n: number) => counted(n, 'token'),
  vocabulary: 'Vocabulary',
  compare: 'How fast is this device? Compare with other engines',
  changeEnds: 'A change restarts the engine; tuned weights are lost.',
  changeTo: (model: string) => `Change to ${model}`,
  leaveTuned: (model: string, run: string) => ({
    title: 'Put the tuned model away?',
    text: `What ${model} learned in ${run} leaves the engine. It is kept: “Kept runs” in the menu loads it again.`,
    no: 'Keep it here',
  }),
  loseTuned: (model: string, run: string) => ({
    title: 'Give up the tuned model?',
    text: `What ${model} learned in ${run} is lost: the tuned weights are nowhere else. Its curves, your faders and your own data stay.`,
    no: 'Keep it',
  }),
};
