/** Time of one kind of kernel in one step. */
export interface KernelTime {
  readonly kernel: string;
  readonly ms: number;
  readonly dispatches: number;
}

export interface KernelTimes {
  /** Time by kernel of what `work` does; null where the device has no timestamp queries. */
  during(work: () => Promise<unknown>): Promise<KernelTime[] | null>;
}

const maxDispatches = 2048;

/**
 * Times kernels by giving each dispatch a pass of its own between two timestamps. Installed before
 * the engine asks for its device; costs nothing until `during` is called. Kernels are named by the
 * labels of their pipelines, up to the first slash.
 */
export function watchGpuTimes(): KernelTimes {
  if (typeof GPUAdapter === 'undefined') return { during: () => Promise.resolve(null) };
  let device: GPUDevice | undefined;
  let timing: Timing | undefined;
  const adapters = GPUAdapter.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { requestDevice } = adapters;
  adapters.requestDevice = async function (this: GPUAdapter, wanted) {
    device = await requestDevice.call(this, wanted);
    return device;
  };
  const encoders = GPUCommandEncoder.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { beginComputePass } = encoders;
  encoders.beginComputePass = function (this: GPUCommandEncoder, wanted) {
    const begin = (given?: GPUComputePassDescriptor): GPUComputePassEncoder =>
      beginComputePass.call(this, given);
    return timing ? splitPass(timing, begin) : begin(wanted);
  };
  return {
    async during(work) {
      if (!device?.features.has('timestamp-query')) return null;
      timing = createTiming(device);
      await work();
      const finished = timing;
      timing = undefined;
      return readTimes(device, finished);
    },
  };
}

interface Timing {
  readonly querySet: GPUQuerySet;
  readonly kernels: string[];
}

const createTiming = (device: GPUDevice): Timing => ({
  querySet: device.createQuerySet({ type: 'timestamp', count: 2 * maxDispatches }),
  kernels: [],
});

type GroupArgs = [index: number, group: GPUBindGroup, offsets?: number[]];

/** Looks like one pass and makes one for each dispatch. */
function splitPass(
  { querySet, kernels }: Timing,
  begin: (descriptor: GPUComputePassDescriptor) => GPUComputePassEncoder,
): GPUComputePassEncoder {
  let pipeline: GPUComputePipeline | undefined;
  const groups = new Map<number, GroupArgs>();
  const pass = {
    setPipeline: (next: GPUComputePipeline) => void (pipeline = next),
    setBindGroup: (...args: GroupArgs) => void groups.set(args[0], args),
    dispatchWorkgroups(...counts: [number, number?, number?]) {
      const index = kernels.length;
      const at = { beginningOfPassWriteIndex: 2 * index, endOfPassWriteIndex: 2 * index + 1 };
      const single = begin(index < maxDispatches ? { timestampWrites: { querySet, ...at } } : {});
      kernels.push(pipeline!.label.split('/')[0]!);
      single.setPipeline(pipeline!);
      for (const args of groups.values()) single.setBindGroup(...args);
      single.dispatchWorkgroups(...counts);
      single.end();
    },
    end: () => undefined,
  };
  return pass as unknown as GPUComputePassEncoder;
}

async function readTimes(device: GPUDevice, { querySet, kernels }: Timing): Promise<KernelTime[]> {
  const count = Math.min(kernels.length, maxDispatches);
  const size = 16 * count;
  const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const resolved = device.createBuffer({ size, usage: QUERY_RESOLVE | COPY_SRC });
  const readable = device.createBuffer({ size, usage: COPY_DST | MAP_READ });
  const encoder = device.createCommandEncoder();
  encoder.resolveQuerySet(querySet, 0, 2 * count, resolved, 0);
  encoder.copyBufferToBuffer(resolved, 0, readable, 0, size);
  device.queue.submit([encoder.finish()]);
  await readable.mapAsync(GPUMapMode.READ);
  const times = new BigInt64Array(readable.getMappedRange().slice(0));
  for (const owner of [resolved, readable, querySet]) owner.destroy();
  return byKernel(kernels.slice(0, count), times);
}

/** Summed by name, the longest first. times: begin and end of each dispatch, ns. */
function byKernel(kernels: readonly string[], times: BigInt64Array): KernelTime[] {
  const sums = new Map<string, { ms: number; dispatches: number }>();
  kernels.forEach((kernel, i) => {
    const ms = Number(times[2 * i + 1]! - times[2 * i]!) / 1e6;
    const sum = sums.get(kernel) ?? { ms: 0, dispatches: 0 };
    sums.set(kernel, { ms: sum.ms + ms, dispatches: sum.dispatches + 1 });
  });
  return [...sums]
    .map(([kernel, { ms, dispatches }]) => ({ kernel, ms: Math.round(100 * ms) / 100, dispatches }))
    .sort((a, b) => b.ms - a.ms);
}
