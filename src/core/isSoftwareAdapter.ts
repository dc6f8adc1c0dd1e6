/** What WebGPU says about an adapter (`GPUAdapterInfo`). */
export interface AdapterWords {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  readonly isFallbackAdapter?: boolean;
}

/** True for an adapter that emulates WebGPU on the CPU. */
export function isSoftwareAdapter(info: AdapterWords): boolean {
  if (info.isFallbackAdapter === true) return true;
  const words = [info.vendor, info.architecture, info.device, info.description].join(' ');
  return /swiftshader|llvmpipe|lavapipe|software/i.test(words);
}
