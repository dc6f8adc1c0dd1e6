/** True for an adapter that emulates WebGPU on the CPU. */
export function isSoftwareAdapter(info: GPUAdapterInfo): boolean {
  if ('isFallbackAdapter' in info && info.isFallbackAdapter === true) return true;
  const words = [info.vendor, info.architecture, info.device, info.description].join(' ');
  return /swiftshader|llvmpipe|lavapipe|software/i.test(words);
}
