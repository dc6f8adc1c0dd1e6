import sharedUrl from './kernels-shared.wasm?url';
import plainUrl from './kernels.wasm?url';

/** A chunk of an operation, whose parameters lie in a block of words; exported by a kernel's `.as.ts`. */
export type JobName = `${string}Job`;

/** params: address of the job's words; scratch: address of memory that this thread alone uses. */
export type Job = (params: number, chunk: number, scratch: number) => void;

/** How many bytes of scratch a thread needs for a job of these sizes. */
export type ScratchName = `${string}Scratch`;

export type KernelExports = Readonly<
  Record<JobName, Job> & Record<ScratchName, (...sizes: number[]) => number>
>;

/**
 * The jobs of the compiled module in one order, which is the same wherever it is asked: a thread is
 * told a job by its place here.
 */
export function jobNamesOf(module: WebAssembly.Module): JobName[] {
  const isJob = (name: string): name is JobName => name.endsWith('Job');
  return WebAssembly.Module.exports(module)
    .map(({ name }) => name)
    .filter(isJob);
}

/** What was looked up in the module under this name. @throws Error when the compiled module is older than who asks. */
export function foundExport<T>(job: T | undefined, name: string): T {
  if (job !== undefined) return job;
  throw new Error(`The WASM module has no ${name}: compile it again with \`npm run wasm\`.`);
}

/** Downloads and compiles the module for a heap that threads share, or for one of a single thread. */
export async function compileKernels(isShared: boolean): Promise<WebAssembly.Module> {
  const response = await fetch(isShared ? sharedUrl : plainUrl);
  if (!response.ok) throw new Error(`WASM kernels: ${response.status} for ${response.url}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The module at work on this memory. */
export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<KernelExports> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports as unknown as KernelExports;
}
