/** What a page asked of WebGPU since the counters were set to zero. */
export interface GpuCounts {
  dispatches: number;
  submits: number;
  newBuffers: number;
  readbacks: number;
}

export interface GpuCounters {
  readonly counts: GpuCounts;
  /** Largest sum of living buffers so far, bytes. */
  peakBytes(): number;
  reset(): void;
}

/** Counts calls by wrapping WebGPU's prototypes; all zero where there is no WebGPU. */
export function watchGpu(): GpuCounters {
  const counts: GpuCounts = { dispatches: 0, submits: 0, newBuffers: 0, readbacks: 0 };
  const reset = (): void => {
    counts.dispatches = counts.submits = counts.newBuffers = counts.readbacks = 0;
  };
  if (typeof GPUDevice === 'undefined') return { counts, peakBytes: () => 0, reset };
  const pass = GPUComputePassEncoder.prototype;
  before(pass, 'dispatchWorkgroups', () => (counts.dispatches += 1));
  before(pass, 'dispatchWorkgroupsIndirect', () => (counts.dispatches += 1));
  before(GPUQueue.prototype, 'submit', () => (counts.submits += 1));
  before(GPUBuffer.prototype, 'mapAsync', () => (counts.readbacks += 1));
  before(GPUDevice.prototype, 'createBuffer', () => (counts.newBuffers += 1));
  return { counts, peakBytes: watchBuffers(), reset };
}

function watchBuffers(): () => number {
  let living = 0;
  let peak = 0;
  const freed = new WeakSet<GPUBuffer>();
  const device = GPUDevice.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const create = device.createBuffer;
  device.createBuffer = function (this: GPUDevice, descriptor): GPUBuffer {
    living += descriptor.size;
    peak = Math.max(peak, living);
    return create.call(this, descriptor);
  };
  before(GPUBuffer.prototype, 'destroy', (buffer: GPUBuffer) => {
    if (!freed.has(buffer)) living -= buffer.size;
    freed.add(buffer);
  });
  return () => peak;
}

/** Runs `note` in front of every call of a method. */
function before<T extends object>(owner: T, name: keyof T & string, note: (self: T) => void): void {
  const original = owner[name] as (...args: unknown[]) => unknown;
  const wrapped = function (this: T, ...args: unknown[]): unknown {
    note(this);
    return original.apply(this, args);
  };
  Object.defineProperty(owner, name, { value: wrapped, writable: true, configurable: true });
}
